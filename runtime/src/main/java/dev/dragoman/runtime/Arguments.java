package dev.dragoman.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an agent gave for one call, and what is wrong with it.
 *
 * <p>Reading goes on after a problem, with a placeholder for the value, so that {@link #check} can
 * name every problem of the call at once. Serves one call and one thread.
 */
public final class Arguments {
  private final ObjectNode values;
  private final @Nullable JsonNode body;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<ArgumentProblem> problems = new ArrayList<>();

  private Arguments(ObjectNode values, @Nullable JsonNode body) {
    this.values = values;
    this.body = body;
  }

  /**
   * The arguments of one call.
   *
   * @param values the parameters by argument name
   * @param body the request body, or null when the call has none
   */
  public static Arguments of(ObjectNode values, @Nullable JsonNode body) {
    return new Arguments(values, body);
  }

  /** A parameter the operation needs. */
  public RequiredValue required(String name) {
    asked.add(name);
    JsonNode value = values.get(name);
    if (value == null) {
      problem(name, "is required");
    }
    return new RequiredValue(this, name, value);
  }

  /** A parameter the operation can do without. */
  public OptionalValue optional(String name) {
    asked.add(name);
    return new OptionalValue(this, name, values.get(name));
  }

  /** The request body of an operation that needs one. */
  public RequiredValue requiredBody() {
    if (body == null) {
      problem("body", "is required");
    }
    return new RequiredValue(this, "body", body);
  }

  /** The request body of an operation that can do without. */
  public OptionalValue optionalBody() {
    return new OptionalValue(this, "body", body);
  }

  /** Notes a problem; the call will be refused by {@link #check}. */
  public void problem(String place, String message) {
    problems.add(new ArgumentProblem(place, message));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidArgumentsException if anything is wrong, a name nobody asked for included
   */
  public void check() {
    for (String name : values.propertyNames()) {
      if (!asked.contains(name)) {
        problem(name, "is not a parameter of this operation; it has " + asked);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidArgumentsException(problems);
    }
  }
}
