package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.tool.CallArguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the arguments of a tool become in a call of its operation.
 *
 * @param parameters the operation's argument, by the tool's
 * @param body the argument that is the body; empty if none is
 * @param properties the body's property, by the tool's argument
 */
record ArgumentNames(
    Map<String, String> parameters, Optional<String> body, Map<String, String> properties) {
  private static final String BODY = "body";

  ArgumentNames {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** All arguments of the tool. */
  List<String> all() {
    List<String> all = new ArrayList<>(parameters.keySet());
    all.addAll(properties.keySet());
    body.ifPresent(all::add);
    return all;
  }

  /** The arguments of the operation: those of the tool, and the fixed ones. */
  CallArguments arguments(ObjectNode given, FixedArguments fixed) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    given.forEachEntry(
        (name, value) -> {
          String parameter = parameters.get(name);
          String property = properties.get(name);
          if (parameter != null) {
            arguments.set(parameter, value);
          } else if (property != null) {
            members.set(property, value);
          }
        });
    fixed.parameters().forEach((name, value) -> arguments.set(name, value.deepCopy()));
    fixed.properties().forEach((name, value) -> members.set(name, value.deepCopy()));
    return new CallArguments(arguments, body(given, fixed, members), Optional.empty());
  }

  /** A body of properties is sent if the call has any of them. */
  private @Nullable JsonNode body(ObjectNode given, FixedArguments fixed, ObjectNode members) {
    if (fixed.body().isPresent()) {
      return fixed.body().get().deepCopy();
    } else if (body.isPresent()) {
      return given.get(body.get());
    }
    return members.isEmpty() ? null : members;
  }

  /** A problem with the names of the tool's arguments instead of the operation's. */
  ArgumentProblem renamed(ArgumentProblem problem) {
    String place = problem.place();
    if (place.startsWith(BODY + "/") && body.isEmpty()) {
      return new ArgumentProblem(
          renamed(place.substring(BODY.length() + 1), properties), problem.message());
    }
    return new ArgumentProblem(renamed(place, parameters), problem.message());
  }

  /** Of {@code filter} and {@code filter[status]}, a place is in the argument that says more. */
  private static String renamed(String place, Map<String, String> names) {
    return names.entrySet().stream()
        .filter(name -> isIn(place, name.getValue()))
        .max(Comparator.comparingInt(name -> name.getValue().length()))
        .map(name -> name.getKey() + place.substring(name.getValue().length()))
        .orElse(place);
  }

  private static boolean isIn(String place, String original) {
    return place.startsWith(original)
        && (place.length() == original.length()
            || "/[".indexOf(place.charAt(original.length())) >= 0);
  }
}
