package dev.dragoman.generator.plan.index;

import dev.dragoman.generator.plan.index.Producers.Route;
import dev.dragoman.runtime.search.IndexedOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The operations of an OpenAPI document in JSON, read as simply as measuring needs. */
final class SpecOperations {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode document;

  private SpecOperations(JsonNode document) {
    this.document = document;
  }

  static List<IndexedOperation> of(JsonNode document) {
    SpecOperations reader = new SpecOperations(document);
    List<IndexedOperation> bare = new ArrayList<>();
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          String method = member.getKey().toUpperCase(Locale.ROOT);
          bare.add(reader.operation(method, path.getKey(), path.getValue(), member.getValue()));
          routes.add(new Route(method, path.getKey(), reader.answerFields(member.getValue())));
        }
      }
    }
    List<List<Integer>> producers = Producers.of(routes);
    List<IndexedOperation> all = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      all.add(with(bare.get(i), producers.get(i)));
    }
    return all;
  }

  private static IndexedOperation with(IndexedOperation o, List<Integer> producers) {
    return new IndexedOperation(
        o.id(),
        o.method(),
        o.path(),
        o.tags(),
        o.summary(),
        o.description(),
        o.parameters(),
        o.bodyFields(),
        o.deprecated(),
        producers);
  }

  private IndexedOperation operation(String method, String path, JsonNode item, JsonNode node) {
    List<String> tags = new ArrayList<>();
    node.path("tags").forEach(tag -> tags.add(tag.stringValue("")));
    List<String> parameters = new ArrayList<>();
    item.path("parameters").forEach(p -> parameters.add(name(p)));
    node.path("parameters").forEach(p -> parameters.add(name(p)));
    Set<String> fields = new LinkedHashSet<>();
    for (JsonNode media : resolved(node.path("requestBody")).path("content")) {
      fields(media.path("schema"), fields, 0);
    }
    return new IndexedOperation(
        node.path("operationId").stringValue(method + path),
        method,
        path,
        tags,
        node.path("summary").stringValue(""),
        node.path("description").stringValue(""),
        parameters,
        List.copyOf(fields),
        node.path("deprecated").booleanValue(false),
        List.of());
  }

  private List<String> answerFields(JsonNode operation) {
    Set<String> fields = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
      if (answer.getKey().startsWith("2")) {
        for (JsonNode media : resolved(answer.getValue()).path("content")) {
          JsonNode schema = resolved(media.path("schema"));
          fields(schema.has("items") ? schema.path("items") : schema, fields, 0);
        }
      }
    }
    return List.copyOf(fields);
  }

  private String name(JsonNode parameter) {
    return resolved(parameter).path("name").stringValue("");
  }

  private void fields(JsonNode schema, Set<String> fields, int depth) {
    if (depth > 4) {
      return;
    }
    JsonNode actual = resolved(schema);
    fields.addAll(actual.path("properties").propertyNames());
    for (String composed : List.of("allOf", "oneOf", "anyOf")) {
      actual.path(composed).forEach(part -> fields(part, fields, depth + 1));
    }
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode actual = node;
    for (int i = 0; i < 10 && actual.has("$ref"); i++) {
      String ref = actual.path("$ref").stringValue("");
      actual = ref.startsWith("#/") ? document.at(ref.substring(1)) : actual;
    }
    return actual;
  }
}
