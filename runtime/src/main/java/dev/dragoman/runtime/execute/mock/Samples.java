package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.limit.WorkLimit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Samples of response bodies, and the schemas of their parts. */
final class Samples {
  private final Function<String, Optional<JsonNode>> schemas;

  Samples(Function<String, Optional<JsonNode>> schemas) {
    this.schemas = schemas;
  }

  Function<String, Optional<JsonNode>> schemas() {
    return schemas;
  }

  /** The document's first example, otherwise a sample of the schema; owned by the caller. */
  JsonNode value(JsonNode media) {
    JsonNode example = media.path("examples").path(0);
    return example.isMissingNode()
        ? SchemaSampler.matching(media.path("schema"), schemas).deepCopy()
        : parsed(example, media.path("schema")).deepCopy();
  }

  /** Some documents give examples of objects and arrays as JSON in a string. */
  private JsonNode parsed(JsonNode example, JsonNode schema) {
    String text = example.isString() ? example.stringValue().strip() : "";
    boolean json = text.startsWith("{") || text.startsWith("[");
    return json && !flat(schema).path("type").asString("").equals("string")
        ? JsonReader.forResponses().find(text.getBytes(UTF_8)).orElse(example)
        : example;
  }

  /** A schema without references and combinators at its top. */
  ObjectNode flat(JsonNode schema) {
    return new SchemaMerge(schemas, Set.of(), WorkLimit.standard()).flatten(schema);
  }

  /** The flattened schema of a member, by the names that lead to it. */
  ObjectNode flat(JsonNode schema, List<String> path) {
    ObjectNode found = flat(schema);
    for (String name : path) {
      found = flat(found.path("properties").path(name));
    }
    return found;
  }
}
