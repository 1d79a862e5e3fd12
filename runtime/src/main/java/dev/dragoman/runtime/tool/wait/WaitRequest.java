package dev.dragoman.runtime.tool.wait;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.ToolInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an agent waits for: {@code {"until": {"status": ["delivered", "failed"]}, "seconds": 30}}.
 *
 * @param until the awaited values by field; all fields have to have one of theirs
 * @param limit how long to wait
 */
public record WaitRequest(Map<FieldPath, List<String>> until, Duration limit) {
  /** The name of the argument. */
  public static final String NAME = "wait";

  private static final int DEFAULT_SECONDS = 30;
  private static final int MAX_FIELDS = 5;
  private static final int MAX_VALUES = 20;
  private static final int MAX_LENGTH = 200;
  private static final String SHAPE =
      "wait must have the form {\"until\": {\"status\": [\"done\", \"failed\"]}, \"seconds\": 30}";

  public WaitRequest {
    until = Collections.unmodifiableMap(new LinkedHashMap<>(until));
    Objects.requireNonNull(limit);
  }

  /**
   * Reads the argument; problems are recorded in the input.
   *
   * @param maxSeconds the longest time that may be asked for; 0 if waiting is switched off
   * @return empty if the argument is absent or not valid
   */
  public static Optional<WaitRequest> read(ToolInput input, int maxSeconds) {
    ObjectNode given = input.object(NAME);
    if (given == null) {
      return Optional.empty();
    }
    if (maxSeconds == 0) {
      input.problem("wait is switched off by the operator of this server.");
      return Optional.empty();
    }
    ToolInput members = ToolInput.of(NAME, given, List.of("until", "seconds"));
    int seconds = members.integer("seconds", 1, maxSeconds, Math.min(DEFAULT_SECONDS, maxSeconds));
    ObjectNode until = members.object("until");
    Map<FieldPath, List<String>> values = until == null ? Map.of() : values(members, until);
    if (values.isEmpty()) {
      members.problem(SHAPE + ".");
    }
    List<String> problems = members.problems();
    problems.forEach(problem -> input.problem("wait: " + problem));
    return problems.isEmpty()
        ? Optional.of(new WaitRequest(values, Duration.ofSeconds(seconds)))
        : Optional.empty();
  }

  /** The argument, for a call that goes on waiting. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode fields = json.putObject("until");
    until.forEach(
        (field, values) -> {
          ArrayNode list = fields.putArray(field.toString());
          values.forEach(list::add);
        });
    return json.put("seconds", limit.toSeconds());
  }

  private static Map<FieldPath, List<String>> values(ToolInput input, ObjectNode until) {
    Map<FieldPath, List<String>> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : until.properties()) {
      JsonNode given = field.getValue();
      List<String> texts = new ArrayList<>();
      (given.isArray() ? given.values() : List.of(given))
          .forEach(
              value -> {
                if (!value.isContainer() && value.asString("null").length() <= MAX_LENGTH) {
                  texts.add(value.asString("null"));
                }
              });
      boolean whole = texts.size() == (given.isArray() ? given.size() : 1);
      if (texts.isEmpty() || !whole || texts.size() > MAX_VALUES) {
        input.problem(
            "wait.until."
                + ForeignText.clip(ForeignText.line(field.getKey()), MAX_LENGTH)
                + " must be a list of one to "
                + MAX_VALUES
                + " strings, numbers or booleans.");
      }
      path(input, field.getKey()).ifPresent(path -> values.put(path, texts));
    }
    if (values.size() > MAX_FIELDS) {
      input.problem("wait.until has " + values.size() + " fields; at most " + MAX_FIELDS + ".");
    }
    return values;
  }

  private static Optional<FieldPath> path(ToolInput input, String text) {
    try {
      return Optional.of(FieldPath.of(text));
    } catch (IllegalArgumentException e) {
      input.problem(
          "wait.until: "
              + ForeignText.quoted(text, MAX_LENGTH)
              + " is not a path: it "
              + e.getMessage()
              + ".");
      return Optional.empty();
    }
  }
}
