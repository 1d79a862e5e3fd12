package dev.dragoman.generator.lock;

import java.util.Objects;

/**
 * An operation that is a tool of its own, as it was accepted.
 *
 * @param name the name of the tool
 * @param operation the id of the operation
 * @param contract digest of its arguments, fixed values and fields, without descriptions
 */
public record LockedTool(String name, String operation, String contract) {
  public LockedTool {
    Objects.requireNonNull(name);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(contract);
  }
}
