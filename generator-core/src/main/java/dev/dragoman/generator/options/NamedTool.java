package dev.dragoman.generator.options;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation that the operator offers as a tool of its own.
 *
 * @param operation its id, or {@code METHOD /path}
 * @param name the name of the tool; derived from the operation if empty
 * @param title the name for people; the operation's summary if empty
 * @param description what the model is told; the operation's own description if empty
 * @param fixed values that are always sent and never offered, by argument
 * @param hide arguments that are neither offered nor sent
 * @param fields the parts of the response that are returned: names or dotted paths; all if empty
 * @param location its location in the configuration
 */
public record NamedTool(
    String operation,
    Optional<String> name,
    Optional<String> title,
    Optional<String> description,
    Map<String, Json> fixed,
    List<String> hide,
    List<String> fields,
    Location location) {
  public NamedTool {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    hide = List.copyOf(hide);
    fields = List.copyOf(fields);
    Objects.requireNonNull(location);
  }
}
