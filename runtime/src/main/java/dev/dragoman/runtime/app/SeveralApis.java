package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.EnvironmentVariables;
import dev.dragoman.runtime.app.flag.Help;
import dev.dragoman.runtime.app.flag.SecretFiles;
import dev.dragoman.runtime.app.flag.SeveralFlags;
import dev.dragoman.runtime.app.flag.StateKeys;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.several.SeveralDescription;
import dev.dragoman.runtime.several.SeveralTools;
import dev.dragoman.runtime.tool.named.ToolFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server of several APIs. Each is read as if it were alone, from variables and flags of its own.
 */
final class SeveralApis implements Servable.Served {
  private final Servable servable;
  private final AccessNames names;
  private final Map<String, String> variables;
  private final SecretFiles secrets;
  private final Map<String, AccessNames> apis = new LinkedHashMap<>();

  SeveralApis(Servable servable, Map<String, String> environment) {
    this.servable = servable;
    this.names = AccessNames.of(servable.name());
    this.variables = EnvironmentVariables.given(environment);
    this.secrets = SecretFiles.read(variables, ServerDefinition.builder(servable.name()).build());
    servable.apis().forEach(api -> apis.put(api.id(), AccessNames.of(api.definition().vendor())));
  }

  @Override
  public ServerInfo info() {
    return info(false);
  }

  private ServerInfo info(boolean mock) {
    return SeveralDescription.of(
        servable.name(),
        names,
        servable.apis().get(0).definition().version(),
        List.copyOf(apis.keySet()),
        mock);
  }

  @Override
  public String help() {
    return Help.ofSeveral(info().title(), names, apis);
  }

  @Override
  public Preparation prepare(List<String> arguments, Console console) {
    SeveralFlags flags = SeveralFlags.of(arguments, secrets.environment(), names, apis);
    CommandLine line = flags.server();
    Settings settings = Settings.of(line);
    UpstreamSettings upstream = UpstreamSettings.of(line, secrets.environment(), names);
    Set<String> problems = new LinkedHashSet<>(secrets.problems());
    Map<String, ApiReading> read = new LinkedHashMap<>();
    servable.apis().forEach(api -> read.put(api.id(), read(api, flags, problems)));
    StateKeys keys = StateKeys.read(names, secrets.environment());
    problems.addAll(keys.problems());
    problems.addAll(clashes(read));
    boolean mock = read.values().stream().allMatch(api -> api.settings().mock());
    SeveralAssembly assembly =
        new SeveralAssembly(
            info(mock), names, settings, upstream, read, keys, new Metrics(), console);
    return new Preparation(
        line,
        List.copyOf(problems),
        settings,
        caller(read, settings),
        assembly::core,
        () -> new HttpServing(info(mock), console, assembly.parts()));
  }

  private ApiReading read(Servable.Member api, SeveralFlags flags, Set<String> problems) {
    SecretFiles own = SecretFiles.read(variables, api.definition());
    CommandLine line = flags.of(api.id(), own.environment());
    ToolFile tools = ToolFile.of(api.definition());
    ApiReading read = ApiReading.of(api.definition(), api.extensions(), tools, own, line);
    Stream.concat(line.problems().stream(), read.problems().stream())
        .map(problem -> SeveralFlags.named(api.id(), problem))
        .forEach(problems::add);
    return read;
  }

  /** Over stdio, the caller of each API is in the variables with its prefix. */
  private static Caller caller(Map<String, ApiReading> read, Settings settings) {
    boolean anonymous = settings.waysIn().ways().contains(AuthenticationMethod.ANONYMOUS);
    Map<String, Caller> callers = new HashMap<>();
    read.forEach(
        (id, api) -> {
          Caller caller = api.caller().caller();
          if (anonymous || !caller.isAnonymous()) {
            callers.put(id, caller);
          }
        });
    return Caller.ofApis(callers);
  }

  private List<String> clashes(Map<String, ApiReading> read) {
    List<String> problems = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    owners.put(names.variablePrefix().toLowerCase(Locale.ROOT), "the server");
    Map<String, String> headers = new HashMap<>();
    read.forEach(
        (id, api) -> {
          clash(owners, api.names().variablePrefix(), id, "variables that begin with ")
              .ifPresent(problems::add);
          headers(api)
              .forEach(
                  header -> clash(headers, header, id, "the header ").ifPresent(problems::add));
          if (api.extensions().scripts()) {
            problems.add(
                id
                    + " offers scripts, which a server of several APIs does not: build it without"
                    + " scripts().");
          }
        });
    Map<String, List<String>> tools = new LinkedHashMap<>();
    read.forEach((id, api) -> tools.put(id, ownTools(api)));
    problems.addAll(SeveralTools.clashes(tools));
    return problems;
  }

  private static List<String> ownTools(ApiReading api) {
    return Stream.concat(api.tools().names().stream(), api.extensions().toolNames().stream())
        .toList();
  }

  private static Optional<String> clash(
      Map<String, String> owners, String name, String id, String kind) {
    return Optional.ofNullable(owners.putIfAbsent(name.toLowerCase(Locale.ROOT), id))
        .map(
            first ->
                first
                    + " and "
                    + id
                    + " both read "
                    + kind
                    + name
                    + "; their names must differ in letters or digits.");
  }

  /** The headers that an API reads. */
  private static List<String> headers(ApiReading api) {
    AccessNames names = api.names();
    Stream<String> fixed =
        Stream.of(
            names.apiKeyHeader(),
            names.accessModeHeader(),
            names.authModeHeader(),
            names.organizationHeader(),
            names.environmentHeader());
    Stream<String> schemes =
        api.definition().securitySchemes().stream()
            .map(SecurityScheme::name)
            .map(names::credentialHeader);
    return Stream.concat(fixed, schemes).distinct().toList();
  }
}
