package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The summary of an operation in search results: short, but sufficient to call it.
 *
 * @param id the name by which agents call it
 * @param method the HTTP method
 * @param path the path template
 * @param group number of the {@link dev.dragoman.runtime.OperationGroup} that contains its handler
 * @param tag the first tag; empty if it has none
 * @param summary one sentence; empty if the document has none
 * @param access its access level
 * @param deprecated whether the document marks it as deprecated
 * @param parameters compact typed signature, e.g. {@code owner: string, page?: integer}; empty if
 *     there are none
 * @param body compact typed signature of the body with its media type; empty if there is none
 * @param returns compact typed signature of the response; empty if there is none
 * @param pagination how to get the next page; empty if the operation has no pages
 * @param auth the required credential, in words; empty if none
 * @param producers ids of operations that return its path parameters
 * @param authModes see {@link dev.dragoman.runtime.Operation}
 * @param scopes see {@link dev.dragoman.runtime.Operation}
 */
public record OperationCard(
    String id,
    String method,
    String path,
    int group,
    String tag,
    String summary,
    AccessLevel access,
    boolean deprecated,
    String parameters,
    String body,
    String returns,
    String pagination,
    String auth,
    List<String> producers,
    Set<AuthMode> authModes,
    List<List<String>> scopes) {
  public OperationCard {
    Objects.requireNonNull(id);
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(tag);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(access);
    Objects.requireNonNull(parameters);
    Objects.requireNonNull(body);
    Objects.requireNonNull(returns);
    Objects.requireNonNull(pagination);
    Objects.requireNonNull(auth);
    producers = List.copyOf(producers);
    authModes = Set.copyOf(authModes);
    scopes = scopes.stream().map(List::copyOf).toList();
  }

  /** The card of an operation for every auth mode that requires no scopes. */
  public OperationCard(
      String id,
      String method,
      String path,
      int group,
      String tag,
      String summary,
      AccessLevel access,
      boolean deprecated,
      String parameters,
      String body,
      String returns,
      String pagination,
      String auth,
      List<String> producers) {
    this(
        id,
        method,
        path,
        group,
        tag,
        summary,
        access,
        deprecated,
        parameters,
        body,
        returns,
        pagination,
        auth,
        producers,
        EnumSet.allOf(AuthMode.class),
        List.of());
  }

  /** This card with the operation's requirements for callers. */
  public OperationCard limitedTo(Set<AuthMode> modes, List<List<String>> tokenScopes) {
    return new OperationCard(
        id,
        method,
        path,
        group,
        tag,
        summary,
        access,
        deprecated,
        parameters,
        body,
        returns,
        pagination,
        auth,
        producers,
        modes,
        tokenScopes);
  }
}
