package dev.dragoman.benchmarks.paging;

import dev.dragoman.benchmarks.server.StdioServer;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.execute.mock.SchemaSampler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads all items of an operation through the server's tool, with as many calls as it takes. */
final class ListReader {
  private static final int MOST_CALLS = 60;
  private static final Pattern HEX =
      Pattern.compile("\\^\\(?([A-Z]{2})(?:\\|[A-Z]{2})*\\)?\\[0-9a-fA-F]\\{32}\\$");

  private final StdioServer server;
  private final ListedApi api;
  private final Map<String, Json> definitions;

  ListReader(StdioServer server, ListedApi api, Map<String, Json> definitions) {
    this.server = server;
    this.api = api;
    this.definitions = definitions;
  }

  /** What is wrong with what an operation returned; empty if it is each item once, in order. */
  Optional<String> fault(OperationPlan operation, PagingPlan plan) throws IOException {
    List<Integer> found = new ArrayList<>();
    api.serve(operation);
    Map<String, Object> next = call(operation, plan);
    for (int call = 0; !next.isEmpty() && call < MOST_CALLS; call++) {
      String text = StdioServer.text(server.call("execute", next));
      JsonNode result = parsed(text);
      JsonNode body = result.path("body");
      if (body.isMissingNode()) {
        return Optional.of("after " + found.size() + " items: " + text.lines().limit(4).toList());
      }
      found.addAll(numbers(body.isArray() ? body : at(body, plan.items())));
      next = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> argument : result.path("next").properties()) {
        next.put(argument.getKey(), argument.getValue());
      }
    }
    List<Integer> all = IntStream.range(0, ListedApi.ITEMS).boxed().toList();
    return found.equals(all)
        ? Optional.empty()
        : Optional.of(
            "%d items, %d of them different; the last request was %s"
                .formatted(found.size(), found.stream().distinct().count(), api.lastTarget()));
  }

  private static JsonNode parsed(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private Map<String, Object> call(OperationPlan operation, PagingPlan plan) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("operation", operation.id());
    call.put("arguments", arguments(operation, plan));
    if (operation.body().isPresent()) {
      call.put("body", body(operation));
    }
    call.put("max_items", ListedApi.ITEMS);
    return call;
  }

  private static JsonNode at(JsonNode from, String path) {
    if (path.startsWith("/")) {
      return from.at(path);
    }
    JsonNode found = from;
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
      found = found.path(name);
    }
    return found;
  }

  private static List<Integer> numbers(JsonNode items) {
    return items.values().stream()
        .map(
            item ->
                item.isString()
                    ? Integer.valueOf(item.asString().replaceAll("\\D", ""))
                    : Integer.valueOf(item.path("n").asInt(-1)))
        .toList();
  }

  /** The required arguments; of those for the position, the first one. */
  private ObjectNode arguments(OperationPlan operation, PagingPlan plan) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    operation.parameters().stream()
        .filter(ParameterPlan::isRequired)
        .forEach(one -> arguments.set(one.argument(), value(one.model().schema())));
    if (plan.isNumbered() && arguments.has(plan.argument())) {
      arguments.put(plan.argument(), plan.first());
    }
    return arguments;
  }

  /** A sample; of a pattern such as {@code ^MG[0-9a-fA-F]{32}$}, which samples do not heed. */
  private JsonNode value(Json schema) {
    String pattern =
        Optional.ofNullable(new SchemaLookup(definitions).resolve(schema).text("pattern"))
            .orElse("");
    Matcher hex = HEX.matcher(pattern);
    return hex.matches()
        ? JsonNodeFactory.instance.stringNode(hex.group(1) + "0".repeat(32))
        : sample(schema);
  }

  /** The required members of the body. */
  private ObjectNode body(OperationPlan operation) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    operation
        .body()
        .ifPresent(
            plan -> {
              SchemaLookup schemas = new SchemaLookup(definitions);
              Json.Obj schema = schemas.resolve(plan.media().schema());
              schemas
                  .required(schema)
                  .forEach(
                      name ->
                          Optional.ofNullable(schemas.properties(schema).get(name))
                              .ifPresent(type -> body.set(name, sample(type))));
            });
    return body;
  }

  private JsonNode sample(Json schema) {
    return SchemaSampler.sample(
        node(schema), reference -> Optional.ofNullable(definitions.get(reference)).map(this::node));
  }

  private JsonNode node(Json schema) {
    return JsonMapper.shared().readTree(JsonText.of(schema));
  }
}
