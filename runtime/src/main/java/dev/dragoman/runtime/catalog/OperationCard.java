package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a search hit shows of an operation: short, and enough to call it.
 *
 * @param id the name agents call it by
 * @param method the HTTP method
 * @param path the path template
 * @param group number of the {@link dev.dragoman.runtime.OperationGroup} that has its handler
 * @param tag the first tag; empty when it has none
 * @param summary one sentence; empty when the document says nothing
 * @param access its access level
 * @param deprecated whether the document says so
 * @param parameters compact typed signature, e.g. {@code owner: string, page?: integer}; empty when
 *     there are none
 * @param body compact typed signature of the body with its media type; empty when there is none
 * @param returns compact typed signature of the answer; empty when there is none
 * @param pagination how to get the next page; empty when the operation has no pages
 * @param auth what credential it needs, in words; empty when none
 * @param producers ids of operations that yield its path parameters
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

  /** The card of an operation for every auth mode, which asks no scopes of an access token. */
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

  /** The same card with what the operation asks of callers. */
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
