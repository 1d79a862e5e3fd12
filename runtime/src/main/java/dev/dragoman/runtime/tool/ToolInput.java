package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the input of a tool and collects everything that is wrong with it. Lenient where nothing is
 * lost: null and an empty string count as absent, and a string that contains a number, a boolean or
 * JSON is read as such. Used for one call.
 */
public final class ToolInput {
  private static final Pattern INTEGER = Pattern.compile("([0-9]{1,9})(?:\\.0{1,9})?");

  private final String tool;
  private final ObjectNode values;
  private final List<String> problems = new ArrayList<>();

  private ToolInput(String tool, ObjectNode values) {
    this.tool = tool;
    this.values = values;
  }

  /**
   * The input of one call.
   *
   * @param names the properties of the tool; any other member is a problem
   */
  public static ToolInput of(String tool, ObjectNode values, List<String> names) {
    ToolInput input = new ToolInput(tool, values);
    for (String name : values.propertyNames()) {
      if (!names.contains(name)) {
        input.problem(
            ForeignText.quoted(name, 60)
                + " is not an argument of "
                + tool
                + "; it takes "
                + String.join(", ", names)
                + ".");
      }
    }
    return input;
  }

  public void problem(String message) {
    problems.add(message);
  }

  /** The problems so far, for the input of a nested object. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The problems as a result; empty if there are none. */
  public Optional<CallToolResult> refusal() {
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        CallToolResult.error(
            ToolFailure.invalid(
                problems.stream().map(text -> new Problem("arguments", text)).toList()),
            "The arguments of " + tool + " are not right:\n- " + String.join("\n- ", problems)));
  }

  /** Returns the value, and records a problem if the caller did not send the property at all. */
  public <T> Optional<T> required(String name, Optional<T> value) {
    JsonNode given = json(name);
    if (given == null || (given.isString() && given.stringValue().isBlank())) {
      problem(name + " is required.");
    }
    return value;
  }

  /** A value as sent; null if it is absent. */
  @Nullable JsonNode json(String name) {
    JsonNode value = values.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** A value as sent, including JSON null; null if it is absent. */
  @Nullable
  public JsonNode jsonOrNull(String name) {
    return values.get(name);
  }

  /** A string; a number or boolean is read as its text. */
  public Optional<String> string(String name, int maxLength) {
    JsonNode value = json(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value.isContainer()) {
      problem(name + " must be a string, not " + typeOf(value) + ".");
      return Optional.empty();
    }
    return bounded(name, value.asString(), maxLength);
  }

  /** A list of strings; a single string is read as a list of one, or as JSON text of a list. */
  public List<String> strings(String name, int maxItems, int maxLength) {
    JsonNode given = json(name);
    if (given == null) {
      return List.of();
    }
    JsonNode value = parsed(given).filter(JsonNode::isArray).orElse(given);
    List<JsonNode> items = value.isArray() ? List.copyOf(value.values()) : List.of(value);
    if (items.size() > maxItems) {
      problem(name + " has " + items.size() + " items; at most " + maxItems + " at a time.");
      return List.of();
    }
    List<String> strings = new ArrayList<>();
    for (JsonNode item : items) {
      if (item.isString()) {
        bounded(name, item.stringValue(), maxLength).ifPresent(strings::add);
      } else {
        problem(name + " must be a list of strings; one of its items is " + typeOf(item) + ".");
      }
    }
    return strings;
  }

  private Optional<String> bounded(String name, String text, int maxLength) {
    if (text.length() > maxLength) {
      problem(name + " has " + text.length() + " characters; at most " + maxLength + ".");
      return Optional.empty();
    }
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  /** An integer between two bounds, or the default if it is absent. */
  public int integer(String name, int min, int max, int otherwise) {
    Optional<String> text = string(name, 20);
    if (text.isEmpty()) {
      return otherwise;
    }
    Matcher integer = INTEGER.matcher(text.get());
    if (integer.matches()) {
      int value = Integer.parseInt(integer.group(1));
      if (value >= min && value <= max) {
        return value;
      }
    }
    problem(name + " must be an integer from " + min + " to " + max + ".");
    return otherwise;
  }

  /** A boolean; false if it is absent. */
  public boolean flag(String name) {
    Optional<String> text = string(name, 20);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      problem(name + " must be true or false.");
    }
    return text.filter("true"::equals).isPresent();
  }

  /** One of several words, ignoring case. */
  public Optional<String> word(String name, List<String> words) {
    Optional<String> given = string(name, 200);
    Optional<String> known =
        given.flatMap(word -> words.stream().filter(word::equalsIgnoreCase).findFirst());
    if (given.isPresent() && known.isEmpty()) {
      problem(name + " must be one of: " + String.join(", ", words) + ".");
    }
    return known;
  }

  /** An object, or JSON text of one; null if it is absent. */
  @Nullable
  public ObjectNode object(String name) {
    JsonNode given = json(name);
    if (given == null || (given.isString() && given.stringValue().isBlank())) {
      return null;
    }
    if (parsed(given).orElse(given) instanceof ObjectNode object) {
      return object;
    }
    problem(name + " must be an object of values by name, not " + typeOf(given) + ".");
    return null;
  }

  private static Optional<JsonNode> parsed(JsonNode value) {
    if (!value.isString()) {
      return Optional.empty();
    }
    String text = value.stringValue().strip();
    return text.startsWith("{") || text.startsWith("[") ? Reader.JSON.find(text) : Optional.empty();
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      default -> "null";
    };
  }

  /** Loaded when a client first sends JSON as a string. */
  private static final class Reader {
    static final JsonReader JSON = JsonReader.forClients();
  }
}
