package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks values while a server is built, by the rules that apply to the arguments of its calls. */
public final class ValueCheck {
  private ValueCheck() {}

  /**
   * What is wrong with a value, in sentences without a full stop.
   *
   * @param name the name of the value, for the messages
   * @param schema JSON Schema of the value, as JSON text; stands alone
   * @param value the value, as JSON text
   */
  public static List<String> problems(String name, String schema, String value) {
    ObjectNode wrapped = JsonNodeFactory.instance.objectNode().put("type", "object");
    wrapped.putObject("properties").set(name, read(schema));
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    given.set(name, read(value));
    ObjectValidator validator = ObjectValidator.of(name, wrapped);
    return validator.problems("", validator.read(given)).stream()
        .map(ArgumentProblem::message)
        .toList();
  }

  private static JsonNode read(String json) {
    return JsonReader.forResponses()
        .find(json.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("not JSON: " + json));
  }
}
