package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.JsonFallback;
import dev.dragoman.generator.plan.JsonFallback.Reason;
import dev.dragoman.generator.plan.schema.EnumValues;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.type.SchemaShape.Choice;
import dev.dragoman.generator.plan.type.SchemaShape.Items;
import dev.dragoman.generator.plan.type.SchemaShape.Member;
import dev.dragoman.generator.plan.type.SchemaShape.Members;
import dev.dragoman.generator.plan.type.SchemaShape.Named;
import dev.dragoman.generator.plan.type.SchemaShape.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines the Java structure of schemas, and records where it is less specific than the schema.
 */
public final class ShapeReader {
  /**
   * Maximum number of properties: more of them, with accessors and builder methods, do not fit into
   * a file of 1,000 lines.
   */
  static final int MAX_PROPERTIES = 90;

  /** The maximum of properties that have no builder method. */
  private static final int MAX_READ_PROPERTIES = 150;

  private static final int MAX_DEPTH = 12;
  private static final int MAX_LIST_DEPTH = 3;

  /** Which properties the types have. */
  public enum Direction {
    /** Those of requests. */
    REQUEST,
    /** Those of requests, and those of responses as far as they fit into a file. */
    BOTH,
    /** Those of responses. Enums are strings: APIs add values. */
    RESPONSE
  }

  private final SchemaLookup schemas;
  private final Direction direction;
  private final Map<String, SchemaShape> definitions = new HashMap<>();
  private final Set<JsonFallback> fallbacks = new LinkedHashSet<>();

  /** Creates a reader. */
  public ShapeReader(SchemaLookup schemas, Direction direction) {
    this.schemas = schemas;
    this.direction = direction;
  }

  /** The fallbacks so far, in the order in which they were found. */
  List<JsonFallback> fallbacks() {
    return List.copyOf(fallbacks);
  }

  /** Records that a schema is untyped JSON in Java. */
  void note(Json schema, Reason reason) {
    fallbacks.add(new JsonFallback(schema.location(), reason));
  }

  /** The shape of a schema. */
  SchemaShape of(Json schema) {
    return of(schema, 0, 0);
  }

  /** The target of a {@link Named}: an object or an enum. */
  SchemaShape definition(String reference) {
    return definitions.computeIfAbsent(reference, this::define);
  }

  private SchemaShape define(String reference) {
    Json.Obj schema = schemas.behind(reference).schema();
    Optional<List<String>> values =
        direction == Direction.RESPONSE ? Optional.empty() : EnumValues.of(schema);
    return values.isPresent()
        ? new Choice(values.get())
        : new Members(description(schema), members(schema, 0));
  }

  private SchemaShape of(Json schema, int depth, int lists) {
    SchemaLookup.Target target = schemas.follow(schema);
    Json.Obj resolved = target.schema();
    Optional<List<String>> values = EnumValues.all(resolved);
    if (values.isPresent()) {
      return direction == Direction.RESPONSE
          ? new Plain(Simple.STRING)
          : choice(schema, target, values.get());
    }
    if (SchemaLookup.types(resolved).size() > 1) {
      return plain(Simple.JSON, schema, Reason.SEVERAL_TYPES);
    }
    return switch (SchemaLookup.type(resolved).orElse("")) {
      case "string" -> new Plain(Simple.STRING);
      case "integer" -> new Plain(IntegerTypes.integer(resolved));
      case "number" -> new Plain(Simple.DECIMAL);
      case "boolean" -> new Plain(Simple.BOOLEAN);
      case "array" -> array(resolved, depth, lists);
      default -> object(schema, target, depth);
    };
  }

  /**
   * An enum with too many values becomes a string; a referenced enum is named after its definition.
   */
  private SchemaShape choice(Json schema, SchemaLookup.Target target, List<String> values) {
    if (values.size() > EnumValues.MAX) {
      return plain(Simple.STRING, schema, Reason.MANY_VALUES);
    }
    return target.reference().isPresent()
        ? new Named(target.reference().get())
        : new Choice(values);
  }

  /**
   * A list whose items may be null becomes a list of JSON, because Java's null would be ambiguous.
   */
  private SchemaShape array(Json.Obj schema, int depth, int lists) {
    Json items = schema.get("items");
    if (!(items instanceof Json.Obj) || lists >= MAX_LIST_DEPTH) {
      return plain(Simple.ARRAY, schema, Reason.ANY);
    }
    if (schemas.follow(items).nullable()) {
      note(items, Reason.NULLABLE_ITEMS);
      return new Items(new Plain(Simple.JSON));
    }
    SchemaShape element = of(items, depth, lists + 1);
    return new Items(element);
  }

  private SchemaShape object(Json schema, SchemaLookup.Target target, int depth) {
    Json.Obj resolved = target.schema();
    boolean isObject = SchemaLookup.type(resolved).isPresent();
    long count = counted(resolved);
    boolean alternatives = hasAlternatives(resolved);
    if (count == 0) {
      Reason map = isObject ? Reason.FREE_MAP : Reason.ANY;
      return plain(
          isObject ? Simple.OBJECT : Simple.JSON, schema, alternatives ? Reason.ALTERNATIVES : map);
    }
    if (count > (direction == Direction.RESPONSE ? MAX_READ_PROPERTIES : MAX_PROPERTIES)) {
      return plain(Simple.OBJECT, schema, Reason.MANY_PROPERTIES);
    }
    if (depth >= MAX_DEPTH) {
      return plain(Simple.OBJECT, schema, Reason.DEEP);
    }
    if (alternatives) {
      note(resolved, Reason.ALTERNATIVES_BESIDE_PROPERTIES);
    }
    return target.reference().isPresent()
        ? new Named(target.reference().get())
        : new Members(description(resolved), members(resolved, depth + 1));
  }

  private SchemaShape plain(Simple type, Json schema, Reason reason) {
    note(schema, reason);
    return new Plain(type);
  }

  /** Whether there are alternatives that add a type or properties. */
  private boolean hasAlternatives(Json.Obj schema) {
    return schemas.parts(schema).stream()
        .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(word -> part.items(word).stream()))
        .map(schemas::resolve)
        .anyMatch(one -> one.get("type") != null || !schemas.properties(one).isEmpty());
  }

  private List<Member> members(Json.Obj schema, int depth) {
    Set<String> required = schemas.required(schema);
    List<Member> members = new ArrayList<>();
    included(schema)
        .forEach(
            property -> {
              SchemaLookup.Target target = schemas.follow(property.getValue());
              String own =
                  property.getValue() instanceof Json.Obj object ? description(object) : "";
              members.add(
                  new Member(
                      property.getKey(),
                      of(property.getValue(), depth, 0),
                      required.contains(property.getKey()),
                      target.nullable(),
                      direction == Direction.RESPONSE || isMarked(property, "readOnly"),
                      own.isEmpty() ? description(target.schema()) : own));
            });
    return members;
  }

  private Stream<Map.Entry<String, Json>> included(Json.Obj schema) {
    Stream<Map.Entry<String, Json>> all = schemas.properties(schema).entrySet().stream();
    boolean fits = 2 * counted(schema) + marked(schema, "readOnly") <= 2 * (long) MAX_PROPERTIES;
    return switch (direction) {
      case RESPONSE -> all.filter(property -> !isMarked(property, "writeOnly"));
      case BOTH -> all.filter(property -> fits || !isMarked(property, "readOnly"));
      case REQUEST -> all.filter(property -> !isMarked(property, "readOnly"));
    };
  }

  /** The properties that decide whether a schema has a type of its own. */
  private long counted(Json.Obj schema) {
    String other = direction == Direction.RESPONSE ? "writeOnly" : "readOnly";
    return schemas.properties(schema).size() - marked(schema, other);
  }

  private long marked(Json.Obj schema, String keyword) {
    return schemas.properties(schema).entrySet().stream()
        .filter(property -> isMarked(property, keyword))
        .count();
  }

  private boolean isMarked(Map.Entry<String, Json> property, String keyword) {
    return schemas.resolve(property.getValue()).isTrue(keyword)
        || (property.getValue() instanceof Json.Obj own && own.isTrue(keyword));
  }

  private static String description(Json.Obj schema) {
    String text = schema.text("description");
    return text == null ? "" : text;
  }
}
