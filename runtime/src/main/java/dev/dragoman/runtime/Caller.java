package dev.dragoman.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and within which limits. Made afresh for every request; nothing of it is kept.
 *
 * @param accessMode how much the caller may do, the operator's ceiling already applied
 * @param authMode on whose behalf
 * @param organization the partner's default organization, in {@link AuthMode#PARTNER} only, or the
 *     one that an access token names
 * @param credential the caller's own, as it is sent to the API; empty when there is none, and
 *     always with a grant
 * @param grant what its OAuth access token allows; empty when it came in another way
 * @param environment the name of the {@link Environment} its requests go to; empty for the default
 * @param credentials the caller's own for single security schemes, by the scheme's name; each goes
 *     before {@code credential} where its scheme is wanted
 */
public record Caller(
    AccessMode accessMode,
    AuthMode authMode,
    Optional<String> organization,
    Optional<Secret> credential,
    Optional<Grant> grant,
    Optional<String> environment,
    Map<String, Secret> credentials) {

  public Caller {
    Objects.requireNonNull(accessMode);
    Objects.requireNonNull(authMode);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(environment);
    credentials = Map.copyOf(credentials);
  }

  /** A caller with one credential for whatever scheme is wanted. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organization,
      Optional<Secret> credential,
      Optional<Grant> grant,
      Optional<String> environment) {
    this(accessMode, authMode, organization, credential, grant, environment, Map.of());
  }

  /** A caller that came without an OAuth token and goes to the default environment. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organization,
      Optional<Secret> credential) {
    this(accessMode, authMode, organization, credential, Optional.empty(), Optional.empty());
  }

  /** The same caller with credentials for single security schemes, by the scheme's name. */
  public Caller withCredentials(Map<String, Secret> byScheme) {
    return new Caller(accessMode, authMode, organization, credential, grant, environment, byScheme);
  }

  /** The same caller with this credential. */
  public Caller withCredential(Secret other) {
    return new Caller(
        accessMode, authMode, organization, Optional.of(other), grant, environment, credentials);
  }

  /** A caller that said nothing: reads only, for itself, without a credential. */
  public static Caller anonymous() {
    return new Caller(AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.empty());
  }

  /**
   * Everything that decides what a call of this caller does and for whom: two callers with the same
   * identity may answer for each other, any others may not. Every component of this record is part
   * of it; of a grant only the subject is, because its token is renewed between two calls.
   */
  public Identity identity() {
    List<String> parts = ownerParts();
    parts.add(accessMode.word());
    parts.add(authMode.name());
    parts.add(optional(organization));
    parts.add(optional(environment));
    return new Identity(parts);
  }

  /** Whom this caller acts as, whatever it may do: its subject, or all of its own credentials. */
  public Identity owner() {
    return new Identity(ownerParts());
  }

  /** Whether this caller has neither an access token nor a credential of its own. */
  public boolean isAnonymous() {
    return grant.isEmpty() && credential.isEmpty() && credentials.isEmpty();
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
    return parts;
  }

  /** Absent and empty stay apart. */
  private static String optional(Optional<String> value) {
    return value.map(text -> "+" + text).orElse("-");
  }

  /** Tells callers apart. It contains their secrets and prints as a mask. */
  public static final class Identity {
    private final List<String> parts;

    private Identity(List<String> parts) {
      this.parts = List.copyOf(parts);
    }

    /** The parts as bytes, for a message authentication code and nothing else. */
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
