package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compact typed signatures, in a notation close to TypeScript's: {@code owner: string, page?:
 * integer, state?: open|closed}. Required members come first; what is too long ends in {@code …},
 * and describing the operation shows the rest.
 */
final class Signatures {
  private static final int MAX_PARAMETERS = 400;
  private static final int MAX_BODY = 500;
  private static final int MAX_RETURNS = 160;
  private static final int MAX_ENUM_VALUES = 8;
  private static final int MAX_NESTED = 120;
  private static final int BODY_DEPTH = 4;
  private static final int RETURNS_DEPTH = 3;

  /** Lists of lists go on below depth zero, where objects have long become a word. */
  private static final int LEAST_DEPTH = -3;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/-]{1,40}");

  private final Schemas schemas;

  Signatures(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The parameters by argument name. */
  String parameters(OperationPlan operation) {
    List<ParameterPlan> all = new ArrayList<>(operation.parameters());
    all.addAll(operation.others());
    all.sort(Comparator.comparing(parameter -> !parameter.model().required()));
    List<String> parts = new ArrayList<>();
    for (ParameterPlan parameter : all) {
      ParameterModel model = parameter.model();
      Json.Obj schema = schemas.resolve(model.schema());
      String mark = model.required() ? ": " : "?: ";
      parts.add(parameter.argument() + mark + type(schema, 1) + defaultValue(schema));
    }
    return joined(parts, MAX_PARAMETERS);
  }

  /** The body with its media type; empty when the operation sends none. */
  String body(OperationPlan operation) {
    return operation
        .body()
        .map(
            body -> {
              String type = type(body.media().schema(), BODY_DEPTH, MAX_BODY);
              String mark = body.required() ? "" : " (optional)";
              return plainText(body.media().name()) + mark + " " + type;
            })
        .orElse("");
  }

  /** The answer of the first success; empty when it has no body. */
  String returns(OperationPlan operation) {
    return operation.model().responses().stream()
        .filter(response -> response.status().startsWith("2"))
        .findFirst()
        .map(ResponseModel::content)
        .flatMap(content -> content.stream().findFirst())
        .map(this::returns)
        .orElse("");
  }

  private String returns(MediaTypeModel media) {
    boolean isJson = media.name().contains("json");
    return isJson ? type(media.schema(), RETURNS_DEPTH, MAX_RETURNS) : plainText(media.name());
  }

  private String type(Json schema, int depth) {
    return type(schema, depth, MAX_NESTED);
  }

  private String type(Json schema, int depth, int room) {
    Json.Obj resolved = schemas.resolve(schema);
    String nullable = Schemas.isNullable(resolved) ? "|null" : "";
    return enumeration(resolved).orElseGet(() -> plainType(resolved, depth, room)) + nullable;
  }

  private String plainType(Json.Obj schema, int depth, int room) {
    return switch (Schemas.type(schema).orElse("")) {
      case "string" -> format(schema);
      case "integer", "number", "boolean" -> Schemas.type(schema).orElse("");
      case "array" -> array(schema, depth, room);
      case "object" -> object(schema, depth, room);
      default -> untyped(schema, depth, room);
    };
  }

  private static String format(Json.Obj schema) {
    String format = schema.text("format");
    return format == null || !PLAIN.matcher(format).matches() ? "string" : "string(" + format + ")";
  }

  private String array(Json.Obj schema, int depth, int room) {
    Json items = schema.get("items");
    String item = items == null || depth < LEAST_DEPTH ? "any" : type(items, depth - 1, room);
    boolean compound = item.contains("|") || item.contains(" ");
    return compound && !item.startsWith("{") ? "(" + item + ")[]" : item + "[]";
  }

  private String untyped(Json.Obj schema, int depth, int room) {
    if (schema.object("properties") != null || !schema.items("allOf").isEmpty()) {
      return object(schema, depth, room);
    }
    List<Json> alternatives = new ArrayList<>(schema.items("oneOf"));
    alternatives.addAll(schema.items("anyOf"));
    if (alternatives.isEmpty() || depth <= 0) {
      return "any";
    }
    List<String> parts =
        alternatives.stream().map(one -> type(one, depth - 1, room / 2)).distinct().toList();
    return cut(parts, "|", room);
  }

  private String object(Json.Obj schema, int depth, int room) {
    Map<String, Json> properties = schemas.properties(schema);
    if (properties.isEmpty() || depth <= 0) {
      return "object";
    }
    Set<String> required = schemas.required(schema);
    List<String> parts = new ArrayList<>();
    properties.entrySet().stream()
        .filter(property -> !schemas.resolve(property.getValue()).isTrue("readOnly"))
        .sorted(Comparator.comparing(property -> !required.contains(property.getKey())))
        .limit(60)
        .forEach(
            property -> {
              String mark = required.contains(property.getKey()) ? ": " : "?: ";
              String type = type(property.getValue(), depth - 1, Math.min(room / 3, MAX_NESTED));
              parts.add(plainText(property.getKey()) + mark + type);
            });
    return "{" + joined(parts, room) + "}";
  }

  private static Optional<String> enumeration(Json.Obj schema) {
    Json constant = schema.get("const");
    List<Json> values = constant == null ? schema.items("enum") : List.of(constant);
    List<String> words =
        values.stream().filter(v -> !(v instanceof Json.Null)).map(Signatures::literal).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String shown = String.join("|", words.subList(0, Math.min(MAX_ENUM_VALUES, words.size())));
    return Optional.of(words.size() > MAX_ENUM_VALUES ? shown + "|…" : shown);
  }

  private static String defaultValue(Json.Obj schema) {
    Json value = schema.get("default");
    return value == null || value instanceof Json.Obj || value instanceof Json.Arr
        ? ""
        : " = " + literal(value);
  }

  private static String literal(Json value) {
    if (value instanceof Json.Str string) {
      return PLAIN.matcher(string.value()).matches()
          ? string.value()
          : "\"" + plainText(string.value()) + "\"";
    }
    return value instanceof Json.Num number
        ? number.digits()
        : value instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null";
  }

  /** One line, without quotes or controls, at most 60 characters. */
  private static String plainText(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\"]+", " ").strip();
    return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
  }

  private static String joined(List<String> parts, int room) {
    return cut(parts, ", ", room);
  }

  private static String cut(List<String> parts, String separator, int room) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (text.length() > 0 && text.length() + part.length() > room) {
        return text + separator + "…";
      }
      text.append(text.length() > 0 ? separator : "").append(part);
    }
    return text.toString();
  }
}
