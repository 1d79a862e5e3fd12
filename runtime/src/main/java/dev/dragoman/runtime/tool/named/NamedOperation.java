package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import java.util.List;
import java.util.Objects;

/**
 * An operation that is a tool of its own.
 *
 * @param operation its id
 * @param names what the tool's arguments become
 * @param fixed values that are always sent
 * @param fields the parts of the response that are returned; all if empty
 * @param formerly names that the tool had before the document renamed its operation
 */
record NamedOperation(
    ToolDescriptor descriptor,
    String operation,
    ArgumentNames names,
    FixedArguments fixed,
    List<FieldPath> fields,
    List<String> formerly) {
  NamedOperation {
    Objects.requireNonNull(descriptor);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(names);
    Objects.requireNonNull(fixed);
    fields = List.copyOf(fields);
    formerly = List.copyOf(formerly);
  }
}
