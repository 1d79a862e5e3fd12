package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Operation;
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
 * @param idSources where the values of its path parameters come from
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
    List<IdSource> idSources,
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
    idSources = List.copyOf(idSources);
    authModes = Set.copyOf(authModes);
    scopes = scopes.stream().map(List::copyOf).toList();
  }

  /** This card with a prefix before the ids of operations. */
  OperationCard prefixed(String prefix) {
    return prefix.isEmpty()
        ? this
        : new OperationCard(
            prefix + id,
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
            idSources.stream().map(source -> source.prefixed(prefix)).toList(),
            authModes,
            scopes);
  }

  /**
   * Starts the card of an operation: with what the guard knows of it, and without anything else.
   */
  public static Builder builder(Operation operation) {
    return new Builder(operation);
  }

  /** Collects the parts of a card; those not given are empty. */
  public static final class Builder {
    private final Operation operation;
    private int group;
    private String tag = "";
    private String summary = "";
    private boolean deprecated;
    private String parameters = "";
    private String body = "";
    private String returns = "";
    private String pagination = "";
    private String auth = "";
    private List<IdSource> idSources = List.of();
    private Set<AuthMode> authModes;
    private List<List<String>> scopes;

    private Builder(Operation operation) {
      this.operation = operation;
      this.authModes = operation.authModes();
      this.scopes = operation.scopes();
    }

    public Builder group(int value) {
      group = value;
      return this;
    }

    public Builder tag(String value) {
      tag = value;
      return this;
    }

    public Builder summary(String value) {
      summary = value;
      return this;
    }

    public Builder deprecated(boolean value) {
      deprecated = value;
      return this;
    }

    public Builder parameters(String value) {
      parameters = value;
      return this;
    }

    public Builder body(String value) {
      body = value;
      return this;
    }

    public Builder returns(String value) {
      returns = value;
      return this;
    }

    public Builder pagination(String value) {
      pagination = value;
      return this;
    }

    public Builder auth(String value) {
      auth = value;
      return this;
    }

    public Builder idSources(List<IdSource> value) {
      idSources = value;
      return this;
    }

    public Builder authModes(Set<AuthMode> value) {
      authModes = value;
      return this;
    }

    public Builder scopes(List<List<String>> value) {
      scopes = value;
      return this;
    }

    public OperationCard build() {
      return new OperationCard(
          operation.id(),
          operation.method(),
          operation.path(),
          group,
          tag,
          summary,
          operation.access(),
          deprecated,
          parameters,
          body,
          returns,
          pagination,
          auth,
          idSources,
          authModes,
          scopes);
    }
  }
}
