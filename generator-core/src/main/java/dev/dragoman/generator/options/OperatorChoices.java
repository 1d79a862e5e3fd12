package dev.dragoman.generator.options;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the operator of a server says about the API it is for. Goes before what the document says.
 *
 * @param operations rules, applied in order: the last one that says something wins
 * @param includes when there are any, only operations that fit one of them stay
 * @param excludes operations that fit one of them are left out
 * @param excludeDeprecated whether deprecated operations are left out
 * @param authModes on whose behalf the credential of a security scheme is, by the scheme's name
 * @param securitySchemes schemes besides those the document declares, or in place of those
 * @param security what the API needs where an operation does not say it, in place of the document's
 * @param organizationParameters names of path, query, header and body parameters that the partner's
 *     default organization fills
 * @param environments where the API is served, the default first, in place of the document's
 */
public record OperatorChoices(
    List<OperationRule> operations,
    List<OperationMatch> includes,
    List<OperationMatch> excludes,
    boolean excludeDeprecated,
    Map<String, Set<AuthMode>> authModes,
    List<SecuritySchemeModel> securitySchemes,
    List<SecurityRequirement> security,
    List<String> organizationParameters,
    List<Environment> environments) {

  /** Nothing is said. */
  public static final OperatorChoices NONE =
      new OperatorChoices(
          List.of(), List.of(), List.of(), false, Map.of(), List.of(), List.of(), List.of(),
          List.of());

  public OperatorChoices {
    operations = List.copyOf(operations);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    // Sorted: the fingerprint prints it.
    authModes = Collections.unmodifiableMap(new TreeMap<>(authModes));
    securitySchemes = List.copyOf(securitySchemes);
    security = List.copyOf(security);
    organizationParameters = List.copyOf(organizationParameters);
    environments = List.copyOf(environments);
  }

  /** These and more; where only one can hold, the later one. */
  public OperatorChoices and(OperatorChoices more) {
    Map<String, Set<AuthMode>> modes = new TreeMap<>(authModes);
    modes.putAll(more.authModes);
    return new OperatorChoices(
        joined(operations, more.operations),
        joined(includes, more.includes),
        joined(excludes, more.excludes),
        excludeDeprecated || more.excludeDeprecated,
        modes,
        joined(securitySchemes, more.securitySchemes),
        more.security.isEmpty() ? security : more.security,
        joined(organizationParameters, more.organizationParameters),
        more.environments.isEmpty() ? environments : more.environments);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
