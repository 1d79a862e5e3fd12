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
 * The shape of a JSON Patch (RFC 6902, sections 3 and 4), for documents that describe something
 * else under its media type, such as what is patched.
 */
final class JsonPatch {
  /** Reads text of an array as one. */
  static final Schema ARRAY = ofTypes(EnumSet.of(JsonType.ARRAY));

  /** Reads text of an array or object as one. */
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
   * What is wrong with a value as a JSON Patch.
   *
   * @param others media types of the operation that take an object
   */
  static List<ArgumentProblem> problems(JsonNode body, List<String> others) {
    if (!body.isArray()) {
      String advice =
          others.isEmpty()
              ? ""
              : "; an object is sent as content_type " + String.join(" or ", others);
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

  private static void operation(String place, JsonNode operation, List<ArgumentProblem> problems) {
    String op = operation.path("op").asString("");
    boolean valued = WITH_VALUE.contains(op);
    boolean from = WITH_FROM.contains(op);
    String problem = "";
    if (!valued && !from && !op.equals("remove")) {
      problem = "needs \"op\": add, remove, replace, move, copy or test";
    } else if (!operation.path("path").isString()) {
      problem = "needs \"path\", a JSON Pointer";
    } else if (valued && !operation.has("value")) {
      problem = "needs \"value\" for " + op;
    } else if (from && !operation.path("from").isString()) {
      problem = "needs \"from\", a JSON Pointer, for " + op;
    }
    if (!problem.isEmpty()) {
      problems.add(new ArgumentProblem(place, problem + " (RFC 6902, section 4)"));
    }
  }
}
