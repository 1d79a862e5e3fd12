package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The caller of a stdio server, read from environment variables at startup. An empty variable
 * counts as absent, because container files unset variables that way.
 *
 * @param caller the caller; the strictest one if there are problems
 * @param problems all problems with the variables; the server must not start unless empty
 */
public record EnvironmentCaller(Caller caller, List<String> problems) {

  public EnvironmentCaller {
    problems = List.copyOf(problems);
  }

  /** Reads the variables with a vendor's prefix. */
  public static EnvironmentCaller read(
      AccessNames names, Map<String, String> environment, AccessPolicy policy) {
    CallerSettings settings = new CallerSettings();
    AccessMode access =
        settings.accessMode(
            names.accessModeVariable(),
            values(environment, names.accessModeVariable()),
            names.readOnlyVariable(),
            values(environment, names.readOnlyVariable()));
    AuthMode auth =
        settings.authMode(names.authModeVariable(), values(environment, names.authModeVariable()));
    Optional<String> organization =
        settings.organization(
            names.organizationVariable(),
            values(environment, names.organizationVariable()),
            auth,
            names.authModeVariable());
    Optional<Secret> key =
        values(environment, names.apiKeyVariable()).stream()
            .findFirst()
            .flatMap(value -> settings.key(names.apiKeyVariable(), value.strip()));
    Optional<String> chosen =
        settings.environment(
            names.environmentVariable(),
            values(environment, names.environmentVariable()),
            policy,
            key);
    Caller caller =
        settings.problems().isEmpty()
            ? new Caller(policy.limit(access), auth, organization, key, Optional.empty(), chosen)
            : Caller.anonymous();
    return new EnvironmentCaller(caller, settings.problems());
  }

  private static List<String> values(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    return value == null || value.isBlank() ? List.of() : List.of(value);
  }
}
