package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.media.ResponseMediaChoice;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.media.MediaKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The input and output schemas of tools, unfolded as deep as their size allows. */
final class ToolSchemas {
  /** The characters of an input schema. */
  static final int INPUT = 6_000;

  /** The characters of what an output schema says about the body. */
  static final int OUTPUT = 1_500;

  private static final int DEPTH = 6;
  private static final int LONG = 240;
  private static final int SHORT = 60;

  private final SchemaLookup schemas;

  ToolSchemas(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** The input schema of a tool with these arguments. */
  Json.Obj input(List<ToolArgument> arguments) {
    for (int depth = DEPTH; depth >= 0; depth--) {
      Optional<Json.Obj> whole = input(arguments, depth, LONG, Integer.MAX_VALUE);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    return input(arguments, 0, SHORT, Integer.MAX_VALUE)
        .orElseGet(() -> input(ordered(arguments), 0, 0, INPUT).orElseThrow());
  }

  /** Required arguments first: those that do not fit are at the end. */
  private static List<ToolArgument> ordered(List<ToolArgument> arguments) {
    List<ToolArgument> ordered = new ArrayList<>();
    arguments.stream().filter(ToolArgument::required).forEach(ordered::add);
    arguments.stream().filter(one -> !one.required()).forEach(ordered::add);
    return ordered;
  }

  /**
   * The schema with this depth.
   *
   * @param describe the length of descriptions
   * @param most after this many characters, further arguments are left out; they can be given all
   *     the same
   * @return empty if it is too long
   */
  private Optional<Json.Obj> input(
      List<ToolArgument> arguments, int depth, int describe, int most) {
    PlainSchema plain = new PlainSchema(schemas, true, Math.min(INPUT, most), describe);
    Map<String, Json> properties = new LinkedHashMap<>();
    List<Json> required = new ArrayList<>();
    Set<String> leftOut = new LinkedHashSet<>();
    for (ToolArgument one : arguments) {
      Json.Obj schema = plain.of(one.schema(), depth, PathTree.ALL, one.description());
      if (plain.isOver() && most == Integer.MAX_VALUE) {
        return Optional.empty();
      } else if (plain.isOver() && !one.required()) {
        leftOut.add(one.name());
        continue;
      }
      properties.put(one.name(), schema);
      if (one.required()) {
        required.add(PlainSchema.text(one.name()));
      }
    }
    Map<String, Json> out = new LinkedHashMap<>();
    out.put("type", PlainSchema.text("object"));
    out.put("properties", PlainSchema.object(properties));
    if (!required.isEmpty()) {
      out.put("required", new Json.Arr(required, arguments.get(0).schema().location()));
    }
    if (leftOut.isEmpty()) {
      out.put("additionalProperties", falsehood());
    } else {
      out.put(
          "description",
          PlainSchema.text("Further optional arguments: " + PlainSchema.names(leftOut) + "."));
    }
    return Optional.of(PlainSchema.object(out));
  }

  private static Json falsehood() {
    return new Json.Bool(false, PlainSchema.object(Map.of()).location());
  }

  /** The schema of one value, to check fixed values against: as complete as possible. */
  Json.Obj whole(ToolArgument argument) {
    for (int depth = 2 * DEPTH; depth > 0; depth--) {
      PlainSchema plain = new PlainSchema(schemas, true, 20 * INPUT, 0);
      Json.Obj schema = plain.of(argument.schema(), depth, PathTree.ALL, "");
      if (!plain.isOver()) {
        return schema;
      }
    }
    return new PlainSchema(schemas, true, Integer.MAX_VALUE, 0)
        .of(argument.schema(), 0, PathTree.ALL, "");
  }

  /** Whether a value may be null. */
  boolean isNullable(ToolArgument argument) {
    return schemas.follow(argument.schema()).nullable();
  }

  /** The schema of a successful response in JSON; empty if there is none, or another form. */
  Optional<Json> response(OperationPlan operation) {
    List<ResponseModel> good =
        operation.model().responses().stream()
            .filter(response -> response.status().startsWith("2"))
            .filter(response -> !response.content().isEmpty())
            .toList();
    return good.size() == 1
        ? ResponseMediaChoice.preferred(good.get(0))
            .filter(media -> MediaKind.of(media.name()) == MediaKind.JSON)
            .map(media -> media.schema())
        : Optional.empty();
  }

  /**
   * The output schema: the status and the body. A response that does not match is returned under
   * another name, so that clients that validate results do not lose it.
   */
  Optional<Json.Obj> output(OperationPlan operation, PathTree paths) {
    return response(operation)
        .map(
            schema -> {
              Map<String, Json> properties = new LinkedHashMap<>();
              properties.put("status", typed("integer", "HTTP status"));
              properties.put("body", body(schema, paths));
              properties.put(
                  "other", described("The body, if it does not match the API's document"));
              properties.put("notice", typed("string", "What is missing here, and why"));
              Map<String, Json> out = new LinkedHashMap<>();
              out.put("type", PlainSchema.text("object"));
              out.put("properties", PlainSchema.object(properties));
              out.put(
                  "required", new Json.Arr(List.of(PlainSchema.text("status")), schema.location()));
              return PlainSchema.object(out);
            });
  }

  private Json.Obj body(Json schema, PathTree paths) {
    for (int depth = DEPTH; depth >= 0; depth--) {
      for (int describe : new int[] {SHORT, 0}) {
        PlainSchema plain = new PlainSchema(schemas, false, OUTPUT, describe);
        Json.Obj body = plain.of(schema, depth, paths, "");
        if (!plain.isOver()) {
          return body;
        }
      }
    }
    return described("JSON");
  }

  private static Json.Obj typed(String type, String description) {
    Map<String, Json> out = new LinkedHashMap<>();
    out.put("type", PlainSchema.text(type));
    out.put("description", PlainSchema.text(description));
    return PlainSchema.object(out);
  }

  private static Json.Obj described(String description) {
    return PlainSchema.object(Map.of("description", PlainSchema.text(description)));
  }
}
