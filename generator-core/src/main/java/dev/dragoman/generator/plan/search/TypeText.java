package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes schemas as types of the compact notation; see {@link Signatures}. */
final class TypeText {
  /** How many places of a tuple are shown. */
  private static final int MAX_PLACES = 8;

  /**
   * Maximum number of schemas in one text, because a recursive schema could double at every level.
   */
  private static final int MAX_STEPS = 2_000;

  private final SchemaLookup schemas;
  private final MemberOrder order;
  private int steps;

  TypeText(SchemaLookup schemas, MemberOrder order) {
    this.schemas = schemas;
    this.order = order;
  }

  /** The text of a top-level schema. */
  String of(Json schema, SignatureDetail detail) {
    steps = 0;
    return part(schema, detail);
  }

  private String part(Json schema, SignatureDetail detail) {
    if (++steps > MAX_STEPS) {
      return "any";
    }
    if (schemas.isNever(schema)) {
      return "never";
    }
    SchemaLookup.Target target = schemas.follow(schema);
    Json.Obj resolved = target.schema();
    String text =
        besides(schema)
            .or(() -> LiteralText.enumeration(resolved))
            .orElseGet(() -> type(resolved, detail));
    boolean said = text.equals("any") || text.equals("null") || text.endsWith("|null");
    return target.nullable() && !said ? text + "|null" : text;
  }

  /** The values that a schema lists beside a reference or the only part of an {@code allOf}. */
  private Optional<String> besides(Json schema) {
    Json whole = schemas.behindReferences(schema);
    return Stream.of(schema, whole)
        .flatMap(
            one -> one instanceof Json.Obj object ? LiteralText.enumeration(object).stream() : null)
        .findFirst();
  }

  private String type(Json.Obj schema, SignatureDetail detail) {
    List<String> types = SchemaLookup.types(schema);
    if (types.size() > 1) {
      return types.stream()
          .map(type -> single(type, schema, detail))
          .distinct()
          .collect(Collectors.joining("|"));
    }
    boolean content =
        schema.get("contentEncoding") != null || schema.get("contentMediaType") != null;
    if (types.isEmpty() && content) {
      return single("string", schema, detail);
    }
    return types.isEmpty() ? untyped(schema, detail) : single(types.get(0), schema, detail);
  }

  private String single(String type, Json.Obj schema, SignatureDetail detail) {
    return switch (type) {
      case "string" ->
          "string" + (detail.needed() ? ValueLimits.all(schema) : ValueLimits.format(schema));
      case "integer", "number" -> type + (detail.needed() ? ValueLimits.all(schema) : "");
      case "array" -> array(schema, detail);
      case "object" -> object(schema, detail);
      default -> LiteralText.plain(type);
    };
  }

  private String array(Json.Obj schema, SignatureDetail detail) {
    Json items = schema.get("items");
    String count = detail.needed() ? ValueLimits.items(schema) : "";
    SignatureDetail below = detail.items(!count.isEmpty());
    List<Json> places = schema.items("prefixItems");
    if (!places.isEmpty()) {
      boolean more = items == null || !schemas.isNever(items);
      return tuple(places, more, below) + count;
    }
    String item = items == null || below.isTooDeep() ? "any" : part(items, below);
    boolean compound = item.contains("|") || item.contains(" ");
    return (compound && !isOneObject(item) ? "(" + item + ")" : item) + "[]" + count;
  }

  /** The types of the first items, one after the other, and whether others may follow. */
  private String tuple(List<Json> places, boolean more, SignatureDetail below) {
    String shown =
        places.stream()
            .limit(MAX_PLACES)
            .map(place -> below.isTooDeep() ? "any" : part(place, below))
            .collect(Collectors.joining(", "));
    return "[" + shown + (more || places.size() > MAX_PLACES ? ", …]" : "]");
  }

  /** Whether a type is a single pair of braces with everything inside. */
  private static boolean isOneObject(String type) {
    int depth = 0;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      if (c == '"' || c == '/') {
        return type.matches("\\{[^{}]*\\}");
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 && i < type.length() - 1) {
        return false;
      }
    }
    return depth == 0;
  }

  private String untyped(Json.Obj schema, SignatureDetail detail) {
    if (schemas.isNull(schema)) {
      return "null";
    }
    if (!schemas.properties(schema).isEmpty() || !schema.items("required").isEmpty()) {
      return object(schema, detail);
    }
    if (schema.items("allOf").isEmpty()) {
      return alternatives(schema).isEmpty() || detail.isOver() ? "any" : union(schema, detail);
    }
    Json.Obj merged = merged(schema);
    return merged.members().containsKey("type") || merged.members().containsKey("enum")
        ? part(merged, detail)
        : object(schema, detail);
  }

  /**
   * Merges the parts of an {@code allOf} into one schema: a string plus a description is a string.
   */
  private Json.Obj merged(Json.Obj schema) {
    Map<String, Json> members = new LinkedHashMap<>();
    schemas.parts(schema).forEach(part -> members.putAll(part.members()));
    members.remove("allOf");
    return new Json.Obj(members, schema.location());
  }

  /**
   * All alternatives except null, which is written after the others; of several parts of an {@code
   * allOf}, those of the last one that has any.
   */
  private List<Json> alternatives(Json.Obj schema) {
    List<Json> alternatives = new ArrayList<>();
    for (Json.Obj part : schemas.parts(schema)) {
      List<Json> own = new ArrayList<>(part.items("oneOf"));
      own.addAll(part.items("anyOf"));
      own.removeIf(schemas::isNull);
      alternatives = own.isEmpty() ? alternatives : own;
    }
    return alternatives;
  }

  /**
   * Writes alternatives; only the first one is complete, because one is enough for a valid call.
   */
  private String union(Json.Obj schema, SignatureDetail detail) {
    MemberList list = new MemberList("|", detail.room());
    Set<String> met = new LinkedHashSet<>();
    for (Json one : alternatives(schema)) {
      boolean first = met.isEmpty();
      if (first || !detail.isTerse()) {
        String text = part(told(schema, one), detail.below(first, 2));
        if (met.add(text)) {
          list.add(text, first);
        }
      } else {
        list.leaveOut();
      }
    }
    return list.text();
  }

  /** An alternative with the value of the discriminator that identifies it. */
  private Json told(Json.Obj union, Json alternative) {
    Json.Obj discriminator = union.object("discriminator");
    String property = discriminator == null ? null : discriminator.text("propertyName");
    Optional<String> reference = schemas.follow(alternative).reference();
    if (discriminator == null || property == null || reference.isEmpty()) {
      return alternative;
    }
    Json.Obj resolved = schemas.resolve(alternative);
    String name = reference.get().substring(reference.get().lastIndexOf('/') + 1);
    String value = mapped(discriminator, reference.get(), name);
    Map<String, Json> members = new LinkedHashMap<>(resolved.members());
    Map<String, Json> properties = new LinkedHashMap<>();
    Json.Obj own = resolved.object("properties");
    if (own == null || !rulesOut(own.get(property), value)) {
      Map<String, Json> constant = Map.of("const", new Json.Str(value, union.location()));
      properties.put(property, new Json.Obj(constant, union.location()));
    }
    if (own != null) {
      own.members().forEach(properties::putIfAbsent);
    }
    List<Json> required = new ArrayList<>(resolved.items("required"));
    required.add(new Json.Str(property, union.location()));
    members.put("properties", new Json.Obj(properties, union.location()));
    members.put("required", new Json.Arr(required, union.location()));
    return new Json.Obj(members, resolved.location());
  }

  /**
   * Whether a property enumerates its values and this one is not among them. The schema then takes
   * precedence over the discriminator, because it is what the API validates.
   */
  private boolean rulesOut(@Nullable Json property, String value) {
    if (property == null) {
      return false;
    }
    Json.Obj resolved = schemas.resolve(property);
    Json constant = resolved.get("const");
    List<Json> values = constant == null ? resolved.items("enum") : List.of(constant);
    return !values.isEmpty()
        && values.stream()
            .noneMatch(one -> one instanceof Json.Str text && text.value().equals(value));
  }

  private static String mapped(Json.Obj discriminator, String reference, String name) {
    Json.Obj mapping = discriminator.object("mapping");
    return mapping == null
        ? name
        : mapping.members().entrySet().stream()
            .filter(entry -> isFor(entry.getValue(), reference, name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(name);
  }

  private static boolean isFor(Json target, String reference, String name) {
    return target instanceof Json.Str text
        && (reference.equals(text.value())
            || text.value().equals(name)
            || text.value().endsWith("/" + name));
  }

  private String object(Json.Obj schema, SignatureDetail detail) {
    Set<String> required = schemas.required(schema);
    if (detail.isOver() || (detail.isTerse() && required.isEmpty())) {
      return "object";
    }
    if (schemas.properties(schema).isEmpty() && required.isEmpty()) {
      return alternatives(schema).isEmpty() ? map(schema, detail) : union(schema, detail);
    }
    String members = "{" + members(schema, required, detail) + "}";
    boolean shapes =
        alternatives(schema).stream()
            .map(schemas::resolve)
            .anyMatch(one -> !schemas.required(one).isEmpty());
    return shapes && !detail.isTerse() ? members + " & (" + union(schema, detail) + ")" : members;
  }

  private String members(Json.Obj schema, Set<String> required, SignatureDetail detail) {
    MemberList list = new MemberList(", ", detail.room());
    for (MemberOrder.Member member : order.members(schema)) {
      boolean needed = member.required() && detail.needed();
      if (list.isCut() && !needed) {
        break;
      }
      if (member.required() || !detail.isTerse()) {
        String type = part(member.schema(), order.detail(member, detail));
        String mark = member.required() ? ": " : "?: ";
        list.add(LiteralText.plain(member.name()) + mark + type, needed);
      } else {
        list.leaveOut();
      }
    }
    Set<String> declared = schemas.properties(schema).keySet();
    required.stream()
        .filter(name -> !declared.contains(name))
        .forEach(name -> list.add(LiteralText.plain(name) + ": any", detail.needed()));
    return list.text();
  }

  private String map(Json.Obj schema, SignatureDetail detail) {
    Json.Obj values = schema.object("additionalProperties");
    return values == null || values.members().isEmpty() || detail.isTerse()
        ? "object"
        : "{[key]: " + part(values, detail.below(false, 2)) + "}";
  }
}
