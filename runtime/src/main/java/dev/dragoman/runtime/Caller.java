package dev.dragoman.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The caller of one request and the limits that apply to it. Created for each request and never
 * retained.
 *
 * @param accessMode what the caller may do, with the operator's ceiling already applied
 * @param authMode on whose behalf the caller acts
 * @param organization the partner's default organization, in {@link AuthMode#PARTNER} only, or the
 *     organization named by an access token
 * @param credential the caller's own credential as sent to the API; empty if there is none, and
 *     always empty with a grant
 * @param grant what the caller's OAuth access token allows; empty if the caller did not present one
 * @param environment the name of the {@link Environment} that receives the requests; empty for the
 *     default
 * @param credentials the caller's own credentials for individual security schemes, by scheme name;
 *     each takes precedence over {@code credential} for its scheme
 * @param tag the tag, as spelled in the document, to whose operations this connection is limited by
 *     its URL; empty if it is not limited
 * @param apis on a server of several APIs, the caller of each as its own headers state it, by the
 *     id of the API; the other components but {@code accessMode}, the highest of them, and {@code
 *     tag} are then empty. An API for which this connection has no caller is not in the map
 */
public record Caller(
    AccessMode accessMode,
    AuthMode authMode,
    Optional<String> organization,
    Optional<Secret> credential,
    Optional<Grant> grant,
    Optional<String> environment,
    Map<String, Secret> credentials,
    Optional<String> tag,
    Map<String, Caller> apis) {

  public Caller {
    Objects.requireNonNull(accessMode);
    Objects.requireNonNull(authMode);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(environment);
    credentials = Map.copyOf(credentials);
    Objects.requireNonNull(tag);
    apis = Map.copyOf(apis);
  }

  /** A caller of one API. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organization,
      Optional<Secret> credential,
      Optional<Grant> grant,
      Optional<String> environment,
      Map<String, Secret> credentials,
      Optional<String> tag) {
    this(
        accessMode,
        authMode,
        organization,
        credential,
        grant,
        environment,
        credentials,
        tag,
        Map.of());
  }

  /** A caller whose connection is not limited to a tag. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organization,
      Optional<Secret> credential,
      Optional<Grant> grant,
      Optional<String> environment,
      Map<String, Secret> credentials) {
    this(
        accessMode,
        authMode,
        organization,
        credential,
        grant,
        environment,
        credentials,
        Optional.empty());
  }

  /** A caller with one credential for all security schemes. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organization,
      Optional<Secret> credential,
      Optional<Grant> grant,
      Optional<String> environment) {
    this(accessMode, authMode, organization, credential, grant, environment, Map.of());
  }

  /** A caller without an OAuth token, in the default environment. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organization,
      Optional<Secret> credential) {
    this(accessMode, authMode, organization, credential, Optional.empty(), Optional.empty());
  }

  /** This caller with credentials for individual security schemes, by scheme name. */
  public Caller withCredentials(Map<String, Secret> byScheme) {
    return with(accessMode, credential, byScheme, tag, apis);
  }

  /** This caller with the given credential. */
  public Caller withCredential(Secret other) {
    return with(accessMode, Optional.of(other), credentials, tag, apis);
  }

  /** This caller, for operations that read only. */
  public Caller readOnly() {
    return with(AccessMode.READ_ONLY, credential, credentials, tag, mapped(Caller::readOnly));
  }

  private Caller with(
      AccessMode mode,
      Optional<Secret> key,
      Map<String, Secret> byScheme,
      Optional<String> onlyTag,
      Map<String, Caller> callers) {
    return new Caller(
        mode, authMode, organization, key, grant, environment, byScheme, onlyTag, callers);
  }

  private Map<String, Caller> mapped(UnaryOperator<Caller> change) {
    return apis.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> change.apply(entry.getValue())));
  }

  /** This caller, for operations with a tag only. */
  public Caller limitedTo(String onlyTag) {
    return with(
        accessMode,
        credential,
        credentials,
        Optional.of(onlyTag),
        mapped(caller -> caller.limitedTo(onlyTag)));
  }

  /**
   * The caller of a server of several APIs.
   *
   * @param apis the caller of each API, by its id
   */
  public static Caller ofApis(Map<String, Caller> apis) {
    boolean full =
        apis.values().stream().anyMatch(caller -> caller.accessMode() == AccessMode.FULL_ACCESS);
    return new Caller(
        full ? AccessMode.FULL_ACCESS : AccessMode.READ_ONLY,
        AuthMode.USER,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        apis);
  }

  /** The defaults: a read-only caller in user mode without a credential. */
  public static Caller anonymous() {
    return new Caller(AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.empty());
  }

  /**
   * Everything that determines what a call of this caller does and for whom: results may be shared
   * between callers with the same identity only. It includes every component of this record, but
   * only the subject of a grant, because the token is renewed between calls.
   */
  public Identity identity() {
    List<String> parts = ownerParts();
    parts.add(accessMode.word());
    parts.add(authMode.name());
    parts.add(optional(organization));
    parts.add(optional(environment));
    parts.add(optional(tag));
    sorted()
        .forEach(
            (id, caller) -> {
              parts.add(id);
              parts.addAll(caller.identity().parts);
            });
    return new Identity(parts);
  }

  /**
   * On whose behalf this caller acts, whatever it may do: the subject, or all of its own
   * credentials.
   */
  public Identity owner() {
    return new Identity(ownerParts());
  }

  /** Whether this caller has neither an access token nor a credential of its own. */
  public boolean isAnonymous() {
    return grant.isEmpty()
        && credential.isEmpty()
        && credentials.isEmpty()
        && apis.values().stream().allMatch(Caller::isAnonymous);
  }

  private List<String> ownerParts() {
    List<String> parts = new ArrayList<>();
    parts.add(optional(grant.map(Grant::subject)));
    parts.add(grant.isPresent() ? "-" : optional(credential.map(Secret::reveal)));
    parts.add(String.valueOf(credentials.size()));
    new TreeMap<>(credentials)
        .forEach(
            (scheme, secret) -> {
              parts.add(scheme);
              parts.add(secret.reveal());
            });
    if (!apis.isEmpty()) {
      parts.add(String.valueOf(apis.size()));
      sorted()
          .forEach(
              (id, caller) -> {
                parts.add(id);
                parts.addAll(caller.ownerParts());
              });
    }
    return parts;
  }

  private Map<String, Caller> sorted() {
    return new TreeMap<>(apis);
  }

  /** Keeps absent and empty values distinct. */
  private static String optional(Optional<String> value) {
    return value.map(text -> "+" + text).orElse("-");
  }

  /** Distinguishes callers. Contains their secrets; {@link #toString} returns a mask. */
  public static final class Identity {
    private final List<String> parts;

    private Identity(List<String> parts) {
      this.parts = List.copyOf(parts);
    }

    /** The parts as bytes, for use in a message authentication code only. */
    public List<byte[]> parts() {
      return parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
