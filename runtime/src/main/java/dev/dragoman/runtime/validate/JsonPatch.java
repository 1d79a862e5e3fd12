package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.validate.schema.JsonType;
import dev.dragoman.runtime.validate.schema.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The structure of a JSON Patch (RFC 6902, sections 3 and 4), for documents whose schema for its
 * media type describes something else, such as the patched resource.
 */
final class JsonPatch {
  /** Converts a string that contains an array. */
  static final Schema ARRAY = ofTypes(EnumSet.of(JsonType.ARRAY));

  /** Converts a string that contains an array or object. */
  static final Schema ARRAY_OR_OBJECT = ofTypes(EnumSet.of(JsonType.ARRAY, JsonType.OBJECT));

  private static final Set<String> WITH_VALUE = Set.of("add", "replace", "test");
  private static final Set<String> WITH_FROM = Set.of("move", "copy");

  private JsonPatch() {}

  private static Schema ofTypes(Set<JsonType> types) {
    Schema.Facts facts = new Schema.Facts(new Schema.Key("", 3 + types.size()));
    facts.types = types;
    return new Schema(facts);
  }

  /**
   * The problems of a value as a JSON Patch.
   *
   * @param others media types of the operation that accept an object
   */
  static List<ArgumentProblem> problems(JsonNode body, List<String> others) {
    if (!body.isArray()) {
      String advice =
          others.isEmpty()
              ? ""
              : "; to send an object, use content_type " + String.join(" or ", others);
      return List.of(
          new ArgumentProblem(
              "body",
              "expected a JSON Patch, an array of operations (RFC 6902, section 3), got "
                  + DisplayValue.described(body)
                  + advice));
    }
    List<ArgumentProblem> problems = new ArrayList<>();
    int index = 0;
    for (JsonNode operation : body.values()) {
      operation("body[" + index++ + "]", operation, problems);
    }
    return problems;
  }

  private static void operation(
      String location, JsonNode operation, List<ArgumentProblem> problems) {
    String op = operation.path("op").asString("");
    boolean valued = WITH_VALUE.contains(op);
    boolean from = WITH_FROM.contains(op);
    String problem = "";
    if (!valued && !from && !op.equals("remove")) {
      problem = "requires \"op\": add, remove, replace, move, copy or test";
    } else if (!operation.path("path").isString()) {
      problem = "requires \"path\", a JSON Pointer";
    } else if (valued && !operation.has("value")) {
      problem = "requires \"value\" for " + op;
    } else if (from && !operation.path("from").isString()) {
      problem = "requires \"from\", a JSON Pointer, for " + op;
    }
    if (!problem.isEmpty()) {
      problems.add(new ArgumentProblem(location, problem + " (RFC 6902, section 4)"));
    }
  }
}
