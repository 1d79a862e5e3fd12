package dev.dragoman.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text of a document, read without the generator. */
final class SpecTexts {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final List<String> TEXTS =
      List.of("description", "summary", "enum", "default", "pattern", "const", "title");

  private final JsonNode document;

  private SpecTexts(JsonNode document) {
    this.document = document;
  }

  /**
   * An operation of the document.
   *
   * @param route {@code METHOD /path}
   * @param texts descriptions, values and names that a server must contain unchanged
   * @param parameters the parameters, with references followed
   */
  record Operation(String route, JsonNode node, Set<String> texts, List<JsonNode> parameters) {}

  static SpecTexts read(Path file) throws IOException {
    String text = Files.readString(file);
    if (text.strip().startsWith("{")) {
      return new SpecTexts(JSON.readTree(text));
    }
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
    return new SpecTexts(JSON.valueToTree(yaml));
  }

  String title() {
    return document.path("info").path("title").asString("");
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode item = target(path.getValue());
      for (Map.Entry<String, JsonNode> member : item.properties()) {
        if (METHODS.contains(member.getKey())) {
          operations.add(
              operation(
                  member.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                  item,
                  member.getValue()));
        }
      }
    }
    return operations;
  }

  private Operation operation(String route, JsonNode item, JsonNode node) {
    List<JsonNode> parameters = new ArrayList<>();
    for (JsonNode holder : List.of(item, node)) {
      holder.path("parameters").values().forEach(one -> parameters.add(target(one)));
    }
    Set<String> texts = new HashSet<>();
    for (String member : List.of("summary", "description")) {
      add(node.path(member), texts);
    }
    Set<JsonNode> met = new HashSet<>();
    parameters.forEach(parameter -> collect(parameter, texts, met));
    collect(node.path("requestBody"), texts, met);
    collect(node.path("responses"), texts, met);
    return new Operation(route, node, texts, parameters);
  }

  /** Collects all text below a node, following each reference once. */
  private void collect(JsonNode at, Set<String> texts, Set<JsonNode> met) {
    JsonNode node = target(at);
    if (at.has("$ref") && !met.add(at)) {
      return;
    }
    if (node.isArray()) {
      node.values().forEach(item -> collect(item, texts, met));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (TEXTS.contains(name)) {
        add(member.getValue(), texts);
      } else if (name.equals("properties")) {
        texts.addAll(member.getValue().propertyNames());
      }
      if (!name.startsWith("x-") && !name.startsWith("example")) {
        collect(member.getValue(), texts, met);
      }
    }
  }

  private static void add(JsonNode value, Set<String> texts) {
    if (value.isArray()) {
      value.values().forEach(item -> add(item, texts));
    } else if (value.isString() && !value.stringValue().isEmpty()) {
      texts.add(value.stringValue());
    }
  }

  private JsonNode target(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
  }
}
