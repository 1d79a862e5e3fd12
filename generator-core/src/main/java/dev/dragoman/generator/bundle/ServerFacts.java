package dev.dragoman.generator.bundle;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.options.ToolMode;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.VisibleText;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a bundle needs to know of a server.
 *
 * @param vendor the vendor's name
 * @param names the names of headers and variables
 * @param title the API's title, for people
 * @param mainClass the generated main class
 * @param key whether callers need an API key
 * @param basic whether the key is a user name and a password
 * @param schemes security schemes that are needed together, each with a credential of its own
 * @param environments names of the API's environments, if there is a choice
 * @param partner whether partners can act for an organization
 * @param tools the tools that the server lists
 * @param searches whether {@code search} and {@code execute} are among them
 */
record ServerFacts(
    String vendor,
    AccessNames names,
    String title,
    String mainClass,
    Need key,
    boolean basic,
    List<String> schemes,
    List<String> environments,
    boolean partner,
    List<Tool> tools,
    boolean searches) {
  private static final int TITLE_LENGTH = 60;
  private static final int DESCRIPTION_LENGTH = 200;

  /** Whether something is needed. */
  enum Need {
    NEVER,
    SOMETIMES,
    /** Most operations cannot be called without it, so that users are asked for it. */
    USUALLY
  }

  /** A tool, as the app lists it. */
  record Tool(String name, String description) {}

  ServerFacts {
    schemes = List.copyOf(schemes);
    environments = List.copyOf(environments);
    tools = List.copyOf(tools);
  }

  static ServerFacts of(ServerPlan plan) {
    List<List<Set<String>>> demands =
        plan.operations().stream().map(operation -> demand(plan, operation)).toList();
    List<String> schemes = together(demands);
    return new ServerFacts(
        plan.vendor(),
        AccessNames.of(plan.vendor()),
        clip(plan.title(), TITLE_LENGTH),
        plan.packageName() + "." + plan.serverClass(),
        key(demands),
        served(plan).stream().allMatch(SecurityScheme.HttpBasic.class::isInstance),
        schemes,
        environments(plan),
        servesPartners(plan),
        tools(plan),
        plan.tools().mode() != ToolMode.OPERATIONS);
  }

  /** The name for programs, which is the one that the server sends to clients. */
  String name() {
    return names.variablePrefix().toLowerCase(Locale.ROOT).replaceAll("_+$", "").replace('_', '-')
        + "-mcp-server";
  }

  private static List<SecurityScheme> served(ServerPlan plan) {
    return plan.securitySchemes().stream()
        .filter(scheme -> !(scheme instanceof SecurityScheme.Unserved))
        .toList();
  }

  /** The alternatives of an operation, each a set of the schemes for which a credential is sent. */
  private static List<Set<String>> demand(ServerPlan plan, OperationPlan operation) {
    Set<String> served =
        served(plan).stream().map(SecurityScheme::name).collect(Collectors.toUnmodifiableSet());
    return operation.security().orElse(plan.security()).stream()
        .map(SecurityRequirement::schemes)
        .map(
            schemes ->
                schemes.keySet().stream()
                    .filter(served::contains)
                    .collect(Collectors.toUnmodifiableSet()))
        .toList();
  }

  /** Schemes that some operation wants together, without an alternative of a single one. */
  private static List<String> together(List<List<Set<String>>> demands) {
    Set<String> together = new LinkedHashSet<>();
    demands.stream()
        .filter(alternatives -> !alternatives.isEmpty())
        .filter(alternatives -> alternatives.stream().allMatch(schemes -> schemes.size() > 1))
        .forEach(alternatives -> together.addAll(new TreeSet<>(alternatives.get(0))));
    return List.copyOf(together);
  }

  private static Need key(List<List<Set<String>>> demands) {
    boolean ever =
        demands.stream().anyMatch(list -> list.stream().anyMatch(schemes -> schemes.size() == 1));
    long bound =
        demands.stream()
            .filter(list -> !list.isEmpty())
            .filter(list -> list.stream().allMatch(schemes -> schemes.size() == 1))
            .count();
    return bound * 2 > demands.size() ? Need.USUALLY : ever ? Need.SOMETIMES : Need.NEVER;
  }

  /**
   * Operations without a restriction are available to partners, too, of which few APIs have any.
   */
  private static boolean servesPartners(ServerPlan plan) {
    return !plan.operator().organizationParameters().isEmpty()
        || plan.operator().authModes().values().stream()
            .anyMatch(modes -> modes.contains(AuthMode.PARTNER))
        || plan.operations().stream()
            .anyMatch(operation -> !operation.rights().authModes().contains(AuthMode.USER));
  }

  private static List<String> environments(ServerPlan plan) {
    List<String> names = plan.environments().stream().map(Environment::name).toList();
    return names.size() > 1 ? names : List.of();
  }

  private static List<Tool> tools(ServerPlan plan) {
    List<Tool> tools = new ArrayList<>();
    if (plan.tools().mode().searches()) {
      tools.add(new Tool("search", "Finds operations of the API and describes their parameters."));
      tools.add(new Tool("execute", "Runs an operation of the API."));
    }
    plan.tools()
        .tools()
        .forEach(
            tool -> tools.add(new Tool(tool.name(), clip(tool.description(), DESCRIPTION_LENGTH))));
    return tools;
  }

  /** Text of the document on one line, with all characters visible, and of this length at most. */
  static String clip(String text, int length) {
    String line = VisibleText.of(text.replaceAll("\\s+", " ").strip());
    if (line.codePointCount(0, line.length()) <= length) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
  }
}
