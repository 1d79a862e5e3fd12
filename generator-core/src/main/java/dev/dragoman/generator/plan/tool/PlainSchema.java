package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.problem.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema as any client takes it: without references, without lists of types, with merged {@code
 * allOf} and with a bounded size. It accepts at least what the document's schema does, except for
 * null, which is described in words. Used once.
 */
final class PlainSchema {
  private static final int MAX_ALTERNATIVES = 12;
  private static final int MAX_NAMES = 12;
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "object", "array");
  private static final Location NOWHERE = Location.file("");

  private final SchemaLookup schemas;
  private final boolean request;
  private final int describe;
  private int left;

  /**
   * Creates a writer.
   *
   * @param request whether values are sent; otherwise they are received, and the schema has no
   *     constraints that a response could violate without being useless
   * @param most the number of characters it may write
   * @param describe the number of characters of a description
   */
  PlainSchema(SchemaLookup schemas, boolean request, int most, int describe) {
    this.schemas = schemas;
    this.request = request;
    this.left = most;
    this.describe = describe;
  }

  /** Whether what was written so far is longer than allowed, and incomplete. */
  boolean isOver() {
    return left < 0;
  }

  /**
   * The plain schema.
   *
   * @param depth how many objects inside each other are unfolded
   * @param paths the parts that are shown
   * @param words described instead of by the schema itself, unless empty
   */
  Json.Obj of(Json schema, int depth, PathTree paths, String words) {
    Set<Json.Obj> open = Collections.newSetFromMap(new IdentityHashMap<>());
    return of(schema, depth, paths, words, open);
  }

  private Json.Obj of(Json schema, int depth, PathTree paths, String words, Set<Json.Obj> open) {
    Map<String, Json> out = new LinkedHashMap<>();
    if (isOver()) {
      return object(out);
    }
    SchemaLookup.Target target = schemas.follow(schema);
    List<String> notes = new ArrayList<>();
    if (open.add(target.schema())) {
      shape(target, depth, paths, open, out, notes);
      open.remove(target.schema());
    } else {
      out.put("type", text("object"));
      notes.add("The same kind of object again.");
    }
    if (target.nullable()) {
      notes.add("May be null.");
      if (!request) {
        out.remove("type");
      }
    }
    describe(schema, target.schema(), words, notes, out);
    left -= out.entrySet().stream().mapToInt(PlainSchema::cost).sum() + 2;
    return object(out);
  }

  /** What is nested has been counted when it was written. */
  private static int cost(Map.Entry<String, Json> member) {
    boolean nested =
        Set.of("properties", "items", "anyOf", "additionalProperties").contains(member.getKey());
    return member.getKey().length() + 4 + (nested ? 2 : JsonText.of(member.getValue()).length());
  }

  private void shape(
      SchemaLookup.Target target,
      int depth,
      PathTree paths,
      Set<Json.Obj> open,
      Map<String, Json> out,
      List<String> notes) {
    List<Json.Obj> parts = schemas.parts(target.schema());
    List<Json> alternatives = alternatives(parts);
    Map<String, Json> properties = properties(target.schema(), alternatives);
    List<String> types = types(parts, properties);
    if (types.size() == 1) {
      out.put("type", text(types.get(0)));
    } else if (!types.isEmpty()) {
      notes.add("Type: " + String.join(" or ", types) + ".");
      return;
    }
    String type = types.isEmpty() ? "" : types.get(0);
    switch (type) {
      case "object" -> object(target.schema(), properties, depth, paths, open, out, notes);
      case "array" -> array(parts, depth, paths, open, out);
      default -> scalar(parts, type, out, notes);
    }
    if (properties.isEmpty() && !alternatives.isEmpty() && !type.equals("array")) {
      alternatives(alternatives, depth, paths, open, out, notes);
    }
  }

  /** The shortest list wins: parts of {@code allOf} apply together. */
  private static List<String> types(List<Json.Obj> parts, Map<String, Json> properties) {
    List<String> declared =
        parts.stream()
            .map(SchemaLookup::types)
            .map(types -> types.stream().filter(TYPES::contains).distinct().toList())
            .filter(types -> !types.isEmpty())
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of());
    if (!declared.isEmpty()) {
      return declared;
    }
    if (!properties.isEmpty()) {
      return List.of("object");
    }
    return parts.stream().anyMatch(part -> part.get("items") != null)
        ? List.of("array")
        : List.of();
  }

  private List<Json> alternatives(List<Json.Obj> parts) {
    return parts.stream()
        .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(name -> part.items(name).stream()))
        .filter(one -> !schemas.isNull(one))
        .toList();
  }

  /** Alternatives beside properties, or of an object, only add optional properties. */
  private Map<String, Json> properties(Json.Obj schema, List<Json> alternatives) {
    Map<String, Json> own = schemas.properties(schema);
    boolean isObject = SchemaLookup.types(schema).contains("object");
    if (own.isEmpty() && !isObject) {
      return own;
    }
    Map<String, Json> all = new LinkedHashMap<>(own);
    for (Json one : alternatives) {
      schemas.properties(schemas.resolve(one)).forEach(all::putIfAbsent);
    }
    return all;
  }

  private void object(
      Json.Obj schema,
      Map<String, Json> declared,
      int depth,
      PathTree paths,
      Set<Json.Obj> open,
      Map<String, Json> out,
      List<String> notes) {
    Map<String, Json> properties = visible(declared, paths);
    if (depth <= 0 && !properties.isEmpty()) {
      notes.add("Not listed here: " + names(properties.keySet()) + ".");
      return;
    }
    Map<String, Json> written = new LinkedHashMap<>();
    properties.forEach(
        (name, value) -> {
          left -= name.length() + 4;
          PathTree below = paths.members().getOrDefault(name, PathTree.ALL);
          written.put(name, of(value, depth - 1, below, "", open));
        });
    if (!written.isEmpty()) {
      out.put("properties", object(written));
    }
    if (request) {
      Set<String> required = new LinkedHashSet<>(schemas.required(schema));
      required.retainAll(written.keySet());
      if (!required.isEmpty()) {
        List<Json> names = required.stream().<Json>map(PlainSchema::text).toList();
        out.put("required", new Json.Arr(names, NOWHERE));
      }
    }
    if (paths.isAll()) {
      additional(schema, depth, open, out);
    }
  }

  private void additional(Json.Obj schema, int depth, Set<Json.Obj> open, Map<String, Json> out) {
    Json more = schema.get("additionalProperties");
    if (more instanceof Json.Bool bool && !bool.value() && request) {
      // Properties of parts that are merged here are not among those that the keyword knows.
      if (schema.items("allOf").isEmpty() && schema.get("patternProperties") == null) {
        out.put("additionalProperties", more);
      }
    } else if (more instanceof Json.Obj values && !values.members().isEmpty() && depth > 0) {
      out.put("additionalProperties", of(values, depth - 1, PathTree.ALL, "", open));
    }
  }

  private Map<String, Json> visible(Map<String, Json> declared, PathTree paths) {
    Map<String, Json> visible = new LinkedHashMap<>();
    declared.forEach(
        (name, value) -> {
          boolean chosen = paths.isAll() || paths.members().containsKey(name);
          String hidden = request ? "readOnly" : "writeOnly";
          boolean other =
              (value instanceof Json.Obj own && own.isTrue(hidden))
                  || schemas.resolve(value).isTrue(hidden);
          if (chosen && !other && !schemas.isNever(value)) {
            visible.put(name, value);
          }
        });
    return visible;
  }

  private void array(
      List<Json.Obj> parts, int depth, PathTree paths, Set<Json.Obj> open, Map<String, Json> out) {
    for (Json.Obj part : parts) {
      Json items = part.get("items");
      if (items instanceof Json.Obj || items instanceof Json.Bool) {
        out.put("items", of(items, depth, paths, "", open));
      }
      if (request) {
        SchemaKeywords.copy(part, out);
      }
    }
    // Some model APIs refuse a list without items.
    out.putIfAbsent("items", object(Map.of()));
  }

  private void scalar(
      List<Json.Obj> parts, String type, Map<String, Json> out, List<String> notes) {
    for (Json.Obj part : parts) {
      if ("binary".equals(part.text("format")) && request) {
        out.remove("type");
        notes.add("Bytes: {\"path\": …} of a file, or {\"base64\": …}.");
        return;
      }
      if (!request) {
        continue;
      }
      SchemaKeywords.copy(part, out);
      List<Json> values = SchemaKeywords.enumValues(part);
      if (!values.isEmpty()) {
        out.put("enum", new Json.Arr(values, NOWHERE));
        stringType(values, type, out);
      } else if (!part.items("enum").isEmpty()) {
        notes.add("One of " + part.items("enum").size() + " values.");
      }
      Json otherwise = part.get("default");
      if (otherwise != null && SchemaKeywords.isShortScalar(otherwise)) {
        out.put("default", otherwise);
      }
    }
  }

  private static void stringType(List<Json> values, String type, Map<String, Json> out) {
    if (type.isEmpty() && values.stream().allMatch(Json.Str.class::isInstance)) {
      out.put("type", text("string"));
    }
  }

  private void alternatives(
      List<Json> alternatives,
      int depth,
      PathTree paths,
      Set<Json.Obj> open,
      Map<String, Json> out,
      List<String> notes) {
    if (depth <= 0 || alternatives.size() > MAX_ALTERNATIVES) {
      notes.add("One of " + alternatives.size() + " kinds of values, which are not listed here.");
      return;
    }
    Map<String, Json> distinct = new LinkedHashMap<>();
    for (Json one : alternatives) {
      Json.Obj plain = of(one, depth - 1, paths, "", open);
      if (plain.members().isEmpty()) {
        // Anything is allowed.
        return;
      }
      distinct.put(JsonText.of(plain), plain);
    }
    if (distinct.size() > 1) {
      out.put("anyOf", new Json.Arr(List.copyOf(distinct.values()), NOWHERE));
    } else {
      ((Json.Obj) distinct.values().iterator().next()).members().forEach(out::putIfAbsent);
    }
  }

  private void describe(
      Json schema, Json.Obj target, String words, List<String> notes, Map<String, Json> out) {
    String own = schema instanceof Json.Obj object ? object.text("description") : null;
    String described = own == null ? target.text("description") : own;
    String start = words.isEmpty() ? described == null ? "" : described : words;
    String clipped = ToolText.clip(ToolText.ofDocument(start), describe);
    String text =
        Stream.concat(Stream.of(clipped), notes.stream())
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> ToolText.sentence(one) + " " + other)
            .orElse("");
    if (!text.isEmpty()) {
      out.put("description", text(text));
    }
  }

  /** The first names, and how many there are. */
  static String names(Set<String> names) {
    List<String> first =
        names.stream().limit(MAX_NAMES).map(name -> ToolText.clip(name, 60)).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  static Json.Obj object(Map<String, Json> members) {
    return new Json.Obj(members, NOWHERE);
  }

  static Json text(String value) {
    return new Json.Str(value, NOWHERE);
  }
}
