package dev.dragoman.generator.options;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operator's choices about an API, which take precedence over the document.
 *
 * @param operations rules, applied in order; the last one with a setting takes precedence
 * @param includes if not empty, only operations that match one of these remain
 * @param excludes operations that match one of these are left out
 * @param excludeDeprecated whether deprecated operations are left out
 * @param authModes on whose behalf the credential of a security scheme is used, by the scheme's
 *     name
 * @param securitySchemes schemes in addition to those in the document, or replacing those of the
 *     same name
 * @param security the requirements of operations without their own, which replace the document's
 * @param organizationParameters names of path, query, header and body parameters that are filled
 *     with the partner's default organization
 * @param environments where the API is served, the default first; they replace the document's
 *     servers
 * @param client whether a typed client is generated
 * @param tools which tools the server has
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
    List<Environment> environments,
    boolean client,
    ToolChoices tools) {

  /** No choices. */
  public static final OperatorChoices NONE =
      new OperatorChoices(
          List.of(),
          List.of(),
          List.of(),
          false,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          ToolChoices.NONE);

  public OperatorChoices {
    operations = List.copyOf(operations);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    // Sorted, because the fingerprint contains it.
    authModes = Collections.unmodifiableMap(new TreeMap<>(authModes));
    securitySchemes = List.copyOf(securitySchemes);
    security = List.copyOf(security);
    organizationParameters = List.copyOf(organizationParameters);
    environments = List.copyOf(environments);
    Objects.requireNonNull(tools);
  }

  /** These choices combined with others, which take precedence where only one value is possible. */
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
        more.environments.isEmpty() ? environments : more.environments,
        client || more.client,
        tools.and(more.tools));
  }

  /** These choices, and a client. */
  public OperatorChoices withClient() {
    return new OperatorChoices(
        operations,
        includes,
        excludes,
        excludeDeprecated,
        authModes,
        securitySchemes,
        security,
        organizationParameters,
        environments,
        true,
        tools);
  }

  /** These choices with other tools. */
  public OperatorChoices withTools(ToolChoices others) {
    return new OperatorChoices(
        operations,
        includes,
        excludes,
        excludeDeprecated,
        authModes,
        securitySchemes,
        security,
        organizationParameters,
        environments,
        client,
        others);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
