package dev.dragoman.runtime.execute.mock.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.request.RequestBody;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the values of a request body: JSON, or a form with brackets or JSON in its fields. */
public final class BodyValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final int MAX_DEPTH = 10;
  private static final int MAX_FIELDS = 2_000;

  private BodyValues() {}

  /** The values; empty if there is no body, or one whose values are not known here. */
  public static Optional<JsonNode> of(Optional<RequestBody> body) {
    if (body.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = body.get().bytes();
    return switch (MediaKind.of(body.get().contentType())) {
      case JSON -> JsonReader.forResponses().find(bytes);
      case FORM -> Optional.of(form(new String(bytes, UTF_8)));
      case JSON_LINES, MULTIPART, XML, TEXT, BINARY -> Optional.empty();
    };
  }

  /**
   * The items of a body that stands for several: an array, or an object with an array whose name is
   * the collection's, as in {@code {"labels": ["bug"]}}.
   */
  public static List<JsonNode> elements(JsonNode body, String collection) {
    String plain = Names.plain(collection);
    Optional<String> member =
        body.propertyNames().stream()
            .filter(name -> body.path(name).isArray() && Names.plain(name).equals(plain))
            .findFirst();
    JsonNode list = member.map(body::path).orElse(body);
    return list.isArray() ? List.copyOf(list.values()) : List.of();
  }

  static ObjectNode form(String text) {
    ObjectNode fields = NODES.objectNode();
    int count = 0;
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && ++count <= MAX_FIELDS) {
        set(fields, decoded(pair.substring(0, equals)), value(decoded(pair.substring(equals + 1))));
      }
    }
    return fields;
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

  private static void set(ObjectNode fields, String name, JsonNode value) {
    int bracket = name.indexOf('[');
    List<String> path = new ArrayList<>();
    path.add(bracket < 0 ? name : name.substring(0, bracket));
    Matcher inner = BRACKETS.matcher(name);
    while (bracket >= 0 && inner.find() && path.size() < MAX_DEPTH) {
      path.add(inner.group(1));
    }
    put(fields, path, 0, value);
  }

  private static void put(ObjectNode object, List<String> path, int depth, JsonNode value) {
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

  /** Numbers in brackets only group fields: an array has no gaps. */
  private static void element(ArrayNode array, List<String> path, int depth, JsonNode value) {
    if (depth == path.size() - 1) {
      array.add(value);
      return;
    }
    String number = path.get(depth);
    boolean known = !number.isEmpty() && Integer.parseInt(number) < array.size();
    JsonNode item = known ? array.path(Integer.parseInt(number)) : NODES.missingNode();
    ObjectNode object = item instanceof ObjectNode one ? one : array.addObject();
    put(object, path, depth + 1, value);
  }

  private static ArrayNode list(JsonNode before) {
    if (before instanceof ArrayNode array) {
      return array;
    }
    ArrayNode array = NODES.arrayNode();
    return before.isMissingNode() ? array : array.add(before);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
