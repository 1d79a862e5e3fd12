package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.options.OperationMatch;
import dev.dragoman.generator.options.OperationRule;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.options.PagingChoice;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.generator.plan.name.OperationIds;
import dev.dragoman.generator.plan.name.OrganizationNames;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An API as configured by its operator: which operations remain, what they are called, and who may
 * run them.
 *
 * <p>The rules apply in this order: the operation's method and security requirements give the
 * default rights, extensions in the document change them, and the configured rules change the
 * result, each later rule taking precedence over earlier ones. Whether an operation remains is
 * decided last, so that rules can select operations by their final access level.
 */
public final class ConfiguredApi {
  private static final String UNUSED = "DRG-PLAN-010";
  private static final String CHECK = "Check its spelling; has the vendor's document changed?";

  private final OperatorChoices choices;
  private final Problems problems;
  private final ApiModel api;
  private final List<OperationModel> operations = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<OperationRights> rights = new ArrayList<>();
  private final List<List<String>> keywords = new ArrayList<>();
  private final List<Optional<PagingChoice>> paging = new ArrayList<>();
  private final Set<OperationMatch> met = new HashSet<>();

  /**
   * Applies the choices to an API. Rules that match no operation, and names that do not occur in
   * the API, are reported as warnings, because they usually mean that the document has changed.
   */
  public ConfiguredApi(ApiModel document, OperatorChoices choices, Problems problems) {
    this.choices = choices;
    this.problems = problems;
    ApiModel secured = secured(document);
    decide(secured);
    this.api = secured.withOperations(operations);
    noteUnused(secured);
    noteUnknownNames();
  }

  /** The API without the excluded operations, and with the operator's security schemes. */
  public ApiModel api() {
    return api;
  }

  /** The names of the remaining operations, in document order. */
  public List<String> ids() {
    return ids;
  }

  /** The rights of the remaining operations, in document order. */
  public List<OperationRights> rights() {
    return rights;
  }

  /** The operator's keywords for the remaining operations, in document order. */
  public List<List<String>> keywords() {
    return keywords;
  }

  /** How the remaining operations page, if the operator says it, in document order. */
  public List<Optional<PagingChoice>> paging() {
    return paging;
  }

  /**
   * Adds the operator's schemes. If neither the document nor the operator says which operations
   * need them, each of the added schemes is an alternative for all operations without requirements
   * of their own.
   */
  private ApiModel secured(ApiModel document) {
    if (choices.securitySchemes().isEmpty() && choices.security().isEmpty()) {
      return document;
    }
    Map<String, SecuritySchemeModel> schemes = new LinkedHashMap<>();
    document.securitySchemes().forEach(scheme -> schemes.put(scheme.name(), scheme));
    choices.securitySchemes().forEach(scheme -> add(scheme, schemes));
    List<SecurityRequirement> security = document.security();
    if (!choices.security().isEmpty()) {
      security = choices.security();
    } else if (security.isEmpty()) {
      security =
          choices.securitySchemes().stream()
              .filter(scheme -> !scheme.type().isEmpty())
              .map(scheme -> new SecurityRequirement(Map.of(scheme.name(), List.of())))
              .toList();
    }
    return document.withSecurity(List.copyOf(schemes.values()), security);
  }

  /** Adds a scheme; one without a type only adds a prefix to a scheme of the document. */
  private void add(SecuritySchemeModel scheme, Map<String, SecuritySchemeModel> schemes) {
    SecuritySchemeModel declared = schemes.get(scheme.name());
    if (!scheme.type().isEmpty()) {
      schemes.put(scheme.name(), scheme);
    } else if (declared != null) {
      schemes.put(scheme.name(), declared.withPrefix(scheme.prefix()));
    } else {
      unused(
          scheme.location(),
          "securitySchemes gives a prefix to \""
              + scheme.name()
              + "\", which is not a security"
              + " scheme here.");
    }
  }

  private void decide(ApiModel document) {
    List<String> allIds = OperationIds.of(document.operations());
    DefaultRights declared = new DefaultRights(document, choices.authModes());
    AccessExtensions extensions = new AccessExtensions(document, problems);
    Set<String> names = new HashSet<>(allIds);
    for (int ordinal = 0; ordinal < allIds.size(); ordinal++) {
      OperationModel operation = document.operations().get(ordinal);
      String id = allIds.get(ordinal);
      OperationRights own = extensions.apply(operation, declared.of(operation));
      Ruled ruled = ruled(id, operation, own, names);
      if (stays(id, operation, ruled)) {
        operations.add(operation);
        ids.add(ruled.name());
        rights.add(ruled.rights());
        keywords.add(List.copyOf(ruled.keywords()));
        paging.add(ruled.paging());
      }
    }
  }

  /** An operation after the rules have been applied. */
  private record Ruled(
      String name,
      OperationRights rights,
      Optional<PagingChoice> paging,
      boolean excluded,
      Set<String> keywords) {}

  private Ruled ruled(String id, OperationModel operation, OperationRights own, Set<String> names) {
    Set<String> words = new LinkedHashSet<>();
    Ruled ruled = new Ruled(id, own, Optional.empty(), false, words);
    for (OperationRule rule : choices.operations()) {
      boolean first = !met.contains(rule.match());
      if (fits(rule.match(), id, operation, ruled.rights())) {
        String name =
            rule.name().map(given -> renamed(rule, given, first, names)).orElse(ruled.name());
        words.addAll(rule.keywords());
        boolean excluded = ruled.excluded() || rule.exclude();
        Optional<PagingChoice> paging = rule.paging().isPresent() ? rule.paging() : ruled.paging();
        ruled = new Ruled(name, rights(rule, ruled.rights()), paging, excluded, words);
      }
    }
    return ruled;
  }

  private static OperationRights rights(OperationRule rule, OperationRights before) {
    OperationRights after = rule.access().map(before::withAccess).orElse(before);
    after = rule.authModes().isEmpty() ? after : after.withAuthModes(rule.authModes());
    return rule.scopes().map(after::withScopes).orElse(after);
  }

  /**
   * Checks a configured name. Only the first operation that a rule matches may have it, and it must
   * differ from all generated names as well, so that agents can call each operation.
   */
  private String renamed(OperationRule rule, String name, boolean first, Set<String> names) {
    String fault = "";
    if (!first) {
      fault = "is given to more than one operation";
    } else if (!OperationIds.isTypeable(name)) {
      fault = "must be up to 120 letters, digits and . _ / : -";
    } else if (!names.add(name)) {
      fault = "is the name of another operation";
    }
    if (!fault.isEmpty()) {
      problems.error(
          "DRG-PLAN-013",
          rule.match().location(),
          "The name \"" + name + "\" " + fault + ".",
          "Give each operation a unique name.");
    }
    return name;
  }

  private boolean stays(String id, OperationModel operation, Ruled ruled) {
    // Both lists are always evaluated, so that a rule without any match is noticed.
    boolean included = anyFits(choices.includes(), id, operation, ruled.rights());
    boolean excluded = anyFits(choices.excludes(), id, operation, ruled.rights());
    return (included || choices.includes().isEmpty())
        && !excluded
        && !ruled.excluded()
        && !isExcluded(id, operation)
        && !(choices.excludeDeprecated() && operation.deprecated());
  }

  /** Other generators leave the operation out; so does this one, and says so. */
  private boolean isExcluded(String id, OperationModel operation) {
    Optional<Json> exclusion = VendorTool.of(operation).exclusion();
    exclusion.ifPresent(
        value ->
            problems.warning(
                "DRG-PLAN-019",
                value.location(),
                id + " is left out: an extension of the document excludes it from MCP.",
                "To keep it, change the extension in an overlay."));
    return exclusion.isPresent();
  }

  /** Counts instead of stopping at the first match, so that every match is recorded. */
  private boolean anyFits(
      List<OperationMatch> matches, String id, OperationModel operation, OperationRights own) {
    return matches.stream().filter(match -> fits(match, id, operation, own)).count() > 0;
  }

  private boolean fits(
      OperationMatch match, String id, OperationModel operation, OperationRights own) {
    boolean fits = match.fits(id, operation, own.access());
    if (fits) {
      met.add(match);
    }
    return fits;
  }

  private void noteUnused(ApiModel document) {
    Stream.of(
            choices.operations().stream().map(OperationRule::match),
            choices.includes().stream(),
            choices.excludes().stream())
        .flatMap(matches -> matches)
        .filter(match -> !met.contains(match))
        .forEach(
            match ->
                problems.warning(
                    UNUSED,
                    match.location(),
                    "No operation matches this rule; it has no effect.",
                    nearest(match, document)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse(CHECK)));
  }

  /** The most similar id or tag for one of a match that the document does not have. */
  private static Optional<String> nearest(OperationMatch match, ApiModel document) {
    List<String> allIds = OperationIds.of(document.operations());
    Set<String> tags =
        document.operations().stream()
            .flatMap(operation -> operation.tags().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return match
        .operationId()
        .flatMap(id -> nearest(id, allIds))
        .map(id -> "operationId " + id)
        .or(() -> match.tag().flatMap(tag -> nearest(tag, tags)).map(tag -> "tag " + tag));
  }

  private static Optional<String> nearest(String name, Collection<String> known) {
    return name.contains("*") || known.contains(name)
        ? Optional.empty()
        : NearestName.to(name, known);
  }

  private void noteUnknownNames() {
    Set<String> schemes =
        api.securitySchemes().stream().map(SecuritySchemeModel::name).collect(Collectors.toSet());
    choices.authModes().keySet().stream()
        .filter(name -> !schemes.contains(name))
        .forEach(
            name ->
                unused(
                    api.location(),
                    "authModes names \"" + name + "\", which is not a security scheme here."));
    choices.security().stream()
        .flatMap(requirement -> requirement.schemes().keySet().stream())
        .filter(name -> !schemes.contains(name))
        .distinct()
        .forEach(
            name ->
                unused(
                    api.location(),
                    "security names \"" + name + "\", which is not a security scheme here."));
    Set<String> parameters = OrganizationNames.of(api);
    choices.organizationParameters().stream()
        .filter(name -> !parameters.contains(name))
        .forEach(
            name ->
                unused(
                    api.location(),
                    "organizationParameters names \"" + name + "\", which no operation has."));
  }

  private void unused(Location place, String message) {
    problems.warning(UNUSED, place, message, CHECK);
  }
}
