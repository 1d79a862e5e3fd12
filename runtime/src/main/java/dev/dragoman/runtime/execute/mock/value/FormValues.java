package dev.dragoman.runtime.execute.mock.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.text.QueryField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the values of a form, with brackets in the names of its fields or JSON in their values. */
final class FormValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final int MAX_DEPTH = 10;
  private static final int MAX_FIELDS = 2_000;

  private final ObjectNode fields = NODES.objectNode();

  /** The objects in each array by their numbers. */
  private final IdentityHashMap<ArrayNode, Map<String, ObjectNode>> numbered =
      new IdentityHashMap<>();

  private FormValues() {}

  /** The values; fields without a name are left out. */
  static ObjectNode of(String text) {
    FormValues form = new FormValues();
    int count = 0;
    for (QueryField field : QueryField.all(text)) {
      if (!field.raw().startsWith("=") && ++count <= MAX_FIELDS) {
        form.set(field.name(), value(field.value()));
      }
    }
    return form.fields;
  }

  /** Fields that are objects are written as JSON unless the document says otherwise. */
  private static JsonNode value(String text) {
    boolean json = text.startsWith("{") || text.startsWith("[");
    return json
        ? JsonReader.forResponses()
            .find(text.getBytes(UTF_8))
            .orElseGet(() -> NODES.stringNode(text))
        : NODES.stringNode(text);
  }

  private void set(String name, JsonNode value) {
    int bracket = name.indexOf('[');
    List<String> path = new ArrayList<>();
    path.add(bracket < 0 ? name : name.substring(0, bracket));
    Matcher inner = BRACKETS.matcher(name);
    while (bracket >= 0 && inner.find() && path.size() < MAX_DEPTH) {
      path.add(inner.group(1));
    }
    put(fields, path, 0, value);
  }

  private void put(ObjectNode object, List<String> path, int depth, JsonNode value) {
    String name = path.get(depth);
    JsonNode before = object.path(name);
    if (depth == path.size() - 1) {
      object.set(name, before.isMissingNode() ? value : list(before).add(value));
    } else if (path.get(depth + 1).matches("[0-9]{0,4}")) {
      ArrayNode array = list(before);
      object.set(name, array);
      element(array, path, depth + 1, value);
    } else {
      ObjectNode inner = before instanceof ObjectNode known ? known : NODES.objectNode();
      object.set(name, inner);
      put(inner, path, depth + 1, value);
    }
  }

  /** Numbers in brackets only group fields: an array has no gaps, and may begin with any number. */
  private void element(ArrayNode array, List<String> path, int depth, JsonNode value) {
    if (depth == path.size() - 1) {
      array.add(value);
    } else if (path.get(depth).isEmpty()) {
      put(array.addObject(), path, depth + 1, value);
    } else {
      ObjectNode object =
          numbered
              .computeIfAbsent(array, one -> new HashMap<>())
              .computeIfAbsent(path.get(depth), number -> array.addObject());
      put(object, path, depth + 1, value);
    }
  }

  private static ArrayNode list(JsonNode before) {
    if (before instanceof ArrayNode array) {
      return array;
    }
    ArrayNode array = NODES.arrayNode();
    return before.isMissingNode() ? array : array.add(before);
  }
}
