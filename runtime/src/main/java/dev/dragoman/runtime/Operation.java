package dev.dragoman.runtime;

import dev.dragoman.runtime.request.ApiRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the API, as seen by the guard.
 *
 * @param id the name by which agents call it, unique within the API
 * @param method the HTTP method, in upper case
 * @param path the path template as written in the document, e.g. {@code /repos/{owner}}
 * @param access the effect of the operation
 * @param security the security requirements: alternatives, each a list of schemes needed together
 *     (OpenAPI 3.1, section 4.8.30); empty if the API's own requirements apply
 * @param authModes on whose behalf the operation may be run
 * @param scopes what an OAuth access token must allow: alternatives, each a list of scopes needed
 *     together; if there are none, any valid token suffices. Callers without an OAuth token need no
 *     scopes, because the API itself knows what their key may do
 */
public record Operation(
    String id,
    String method,
    String path,
    AccessLevel access,
    Optional<List<List<String>>> security,
    Set<AuthMode> authModes,
    List<List<String>> scopes) {

  private static final Set<AuthMode> EVERY_MODE = EnumSet.allOf(AuthMode.class);

  public Operation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(access);
    security = security.map(all -> all.stream().map(List::copyOf).toList());
    authModes = Collections.unmodifiableSet(EnumSet.copyOf(authModes));
    scopes = scopes.stream().map(List::copyOf).toList();
  }

  /** An operation for every auth mode, under the API's own security requirements. */
  public static Operation of(String id, String method, String path, AccessLevel access) {
    return new Operation(id, method, path, access, Optional.empty(), EVERY_MODE, List.of());
  }

  /** This operation with one more alternative: the given schemes together. */
  public Operation securedBy(String... schemes) {
    return secured(Optional.of(with(security.orElse(List.of()), schemes)));
  }

  /** This operation without any credential. */
  public Operation unsecured() {
    return secured(Optional.of(List.of()));
  }

  private Operation secured(Optional<List<List<String>>> requirements) {
    return new Operation(id, method, path, access, requirements, authModes, scopes);
  }

  /** This operation, for callers in the given auth mode only. */
  public Operation onlyFor(AuthMode mode) {
    return new Operation(id, method, path, access, security, Set.of(mode), scopes);
  }

  /** This operation with one more alternative: the given scopes together. */
  public Operation scopedBy(String... together) {
    return new Operation(id, method, path, access, security, authModes, with(scopes, together));
  }

  private static List<List<String>> with(List<List<String>> alternatives, String... one) {
    List<List<String>> all = new ArrayList<>(alternatives);
    all.add(List.of(one));
    return all;
  }

  /** Starts a request for this operation. */
  public ApiRequest.Builder request() {
    return ApiRequest.builder(id, method, path);
  }

  /** {@code METHOD /path}, the alternative name of the operation. */
  public String route() {
    return method + " " + path;
  }
}
