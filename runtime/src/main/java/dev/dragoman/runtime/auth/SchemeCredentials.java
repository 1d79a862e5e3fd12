package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads credentials for individual security schemes, for APIs that require several at once: from
 * the headers {@code X-<Vendor>-Credential-<Scheme>} over HTTP, and from the variables {@code
 * <VENDOR>_CREDENTIAL_<SCHEME>} over stdio.
 */
public final class SchemeCredentials {
  private final AccessNames names;
  private final List<String> schemes;
  private final AccessPolicy policy;

  /** The headers of the schemes. */
  private final Map<String, String> headers;

  /**
   * Creates a reader for the security schemes with these names.
   *
   * @param policy whether HTTP callers may send credentials, and which of them are for the sandbox
   */
  public SchemeCredentials(AccessNames names, List<String> schemes, AccessPolicy policy) {
    this.names = names;
    this.policy = Objects.requireNonNull(policy);
    this.schemes = List.copyOf(schemes);
    this.headers =
        this.schemes.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(scheme -> scheme, names::credentialHeader));
  }

  /** Creates a reader for the security schemes of an API. */
  public static SchemeCredentials of(ServerDefinition definition, AccessPolicy policy) {
    return new SchemeCredentials(
        AccessNames.of(definition.vendor()),
        definition.securitySchemes().stream()
            .filter(scheme -> !(scheme instanceof SecurityScheme.Unserved))
            .map(SecurityScheme::name)
            .toList(),
        policy);
  }

  /** Adds the credentials in the headers to the callers of another resolver. */
  public CallerResolver over(CallerResolver resolver) {
    return new CallerResolver() {
      @Override
      public Caller resolve(RequestHeaders headers) {
        boolean keys = schemes.stream().anyMatch(scheme -> !headers.all(header(scheme)).isEmpty());
        return withHeaders(
            keys ? resolver.resolveBesideKeys(headers) : resolver.resolve(headers), headers);
      }

      @Override
      public Optional<String> insufficientScope(Caller caller, List<String> scopes) {
        return resolver.insufficientScope(caller, scopes);
      }
    };
  }

  private Caller withHeaders(Caller caller, RequestHeaders given) {
    CallerSettings settings = new CallerSettings();
    Map<String, Secret> found = read(settings, scheme -> given.all(header(scheme)), this::header);
    if (caller.grant().isPresent() && !found.isEmpty()) {
      settings.problem(
          names.headerPrefix()
              + "Credential headers cannot be combined with an access token; omit them.");
    } else if (!policy.admits(AuthenticationMethod.API_KEY) && !found.isEmpty()) {
      settings.problem(
          "This server does not accept credentials; omit "
              + names.headerPrefix()
              + "Credential headers.");
    }
    checkEnvironment(settings, caller, found, this::header, names.environmentHeader());
    if (!settings.problems().isEmpty()) {
      throw new AccessRefusedException(
          400, String.join(" ", settings.problems()), Optional.empty());
    }
    return found.isEmpty() ? caller : caller.withCredentials(found);
  }

  /** A sandbox key is sent to the sandbox only, in whichever header or variable it comes. */
  private void checkEnvironment(
      CallerSettings settings,
      Caller caller,
      Map<String, Secret> found,
      Function<String, String> place,
      String environment) {
    KeyRules rules = policy.keys();
    if (caller.environment().filter(rules.sandbox()::equals).isPresent()) {
      return;
    }
    schemes.stream()
        .distinct()
        .filter(
            scheme ->
                Optional.ofNullable(found.get(scheme))
                    .filter(key -> rules.isSandboxKey(key.reveal()))
                    .isPresent())
        .forEach(
            scheme ->
                settings.problem(
                    place.apply(scheme)
                        + " contains a sandbox key: set "
                        + environment
                        + " to "
                        + rules.sandbox()
                        + "."));
  }

  private String header(String scheme) {
    return Objects.requireNonNull(headers.get(scheme));
  }

  /** Adds the credentials in the variables to the caller of the environment. */
  public EnvironmentCaller over(EnvironmentCaller caller, Map<String, String> environment) {
    CallerSettings settings = new CallerSettings();
    Map<String, Secret> found =
        read(
            settings,
            scheme -> {
              String value = environment.get(names.credentialVariable(scheme));
              return value == null || value.isBlank() ? List.of() : List.of(value.strip());
            },
            names::credentialVariable);
    if (caller.problems().isEmpty()) {
      checkEnvironment(
          settings, caller.caller(), found, names::credentialVariable, names.environmentVariable());
    }
    List<String> problems = new ArrayList<>(caller.problems());
    problems.addAll(settings.problems());
    return problems.isEmpty()
        ? new EnvironmentCaller(caller.caller().withCredentials(found), problems)
        : new EnvironmentCaller(Caller.anonymous(), problems);
  }

  private Map<String, Secret> read(
      CallerSettings settings,
      Function<String, List<String>> values,
      Function<String, String> place) {
    Map<String, Secret> found = new HashMap<>();
    for (String scheme : schemes) {
      List<String> given = values.apply(scheme);
      if (given.size() > 1) {
        settings.problem(
            place.apply(scheme) + " is given " + given.size() + " times; specify it once.");
      } else if (!given.isEmpty()) {
        settings
            .key(place.apply(scheme), given.get(0).strip())
            .ifPresent(key -> found.put(scheme, key));
      }
    }
    return found;
  }
}
