package dev.dragoman.runtime.catalog;

import java.util.Objects;

/**
 * Where the value of a path parameter comes from.
 *
 * @param operation the id of the operation that yields it
 * @param parameter the name of the path parameter
 * @param field the path of the field in that operation's response, separated by dots, in which
 *     lists are passed through ({@code data.id}); empty if unknown
 */
public record IdSource(String operation, String parameter, String field) {
  public IdSource {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(field);
  }

  /** This source with a prefix before the id of the operation. */
  IdSource prefixed(String prefix) {
    return new IdSource(prefix + operation, parameter, field);
  }
}
