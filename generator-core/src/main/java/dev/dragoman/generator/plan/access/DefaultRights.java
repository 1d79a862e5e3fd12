package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.runtime.AuthMode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rights that follow from an operation's method and security requirements alone. */
final class DefaultRights {
  private static final Set<String> WITH_SCOPES = Set.of("oauth2", "openIdConnect");

  private final ApiModel api;
  private final Map<String, Set<AuthMode>> modesOfSchemes;
  private final Set<String> schemesWithScopes;

  /**
   * Creates the default rights of an API's operations.
   *
   * @param modesOfSchemes the auth modes for which the operator uses a security scheme, by name;
   *     schemes that are not included are used for every mode
   */
  DefaultRights(ApiModel api, Map<String, Set<AuthMode>> modesOfSchemes) {
    this.api = api;
    this.modesOfSchemes = modesOfSchemes;
    this.schemesWithScopes =
        api.securitySchemes().stream()
            .filter(scheme -> WITH_SCOPES.contains(scheme.type()))
            .map(SecuritySchemeModel::name)
            .collect(Collectors.toSet());
  }

  /** The default rights of an operation. */
  OperationRights of(OperationModel operation) {
    List<SecurityRequirement> alternatives = operation.security().orElse(api.security());
    return new OperationRights(
        AccessLevels.of(operation.method()), authModes(alternatives), scopes(alternatives));
  }

  /**
   * The union of the modes of all alternatives. The modes of one alternative are those common to
   * all of its schemes, because they are needed together.
   */
  private Set<AuthMode> authModes(List<SecurityRequirement> alternatives) {
    Set<AuthMode> modes = EnumSet.noneOf(AuthMode.class);
    for (SecurityRequirement alternative : alternatives) {
      Set<AuthMode> together = EnumSet.allOf(AuthMode.class);
      for (String scheme : alternative.schemes().keySet()) {
        together.retainAll(modesOfSchemes.getOrDefault(scheme, OperationRights.EVERY_MODE));
      }
      modes.addAll(together);
    }
    return modes.isEmpty() ? OperationRights.EVERY_MODE : modes;
  }

  /**
   * The scopes of the alternatives that accept a token; none if one of them does not require
   * scopes.
   */
  private List<List<String>> scopes(List<SecurityRequirement> alternatives) {
    Set<List<String>> all = new LinkedHashSet<>();
    for (SecurityRequirement alternative : alternatives) {
      if (alternative.schemes().keySet().stream().anyMatch(schemesWithScopes::contains)) {
        all.add(
            alternative.schemes().entrySet().stream()
                .filter(scheme -> schemesWithScopes.contains(scheme.getKey()))
                .flatMap(scheme -> scheme.getValue().stream())
                .distinct()
                .toList());
      }
    }
    return all.contains(List.<String>of()) ? List.of() : List.copyOf(all);
  }
}
