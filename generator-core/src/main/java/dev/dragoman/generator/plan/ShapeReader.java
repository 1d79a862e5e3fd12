package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.Fallback.Reason;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.Shape.Choice;
import dev.dragoman.generator.plan.Shape.Items;
import dev.dragoman.generator.plan.Shape.Member;
import dev.dragoman.generator.plan.Shape.Members;
import dev.dragoman.generator.plan.Shape.Named;
import dev.dragoman.generator.plan.Shape.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says of each schema what Java can say of it, and notes where that is less than the schema. */
final class ShapeReader {
  /** More of them, with accessor and builder, would not fit into a file of 1,000 lines. */
  static final int MAX_PROPERTIES = 90;

  private static final int MAX_DEPTH = 12;
  private static final int MAX_LIST_DEPTH = 3;

  private final Schemas schemas;
  private final Map<String, Shape> definitions = new HashMap<>();
  private final Set<Fallback> fallbacks = new LinkedHashSet<>();

  ShapeReader(Schemas schemas) {
    this.schemas = schemas;
  }

  /** What fell back so far, in the order it was met. */
  List<Fallback> fallbacks() {
    return List.copyOf(fallbacks);
  }

  /** Notes that a schema is plain JSON in Java. */
  void note(Json schema, Reason reason) {
    fallbacks.add(new Fallback(schema.location(), reason));
  }

  /** The shape of a schema. */
  Shape of(Json schema) {
    return of(schema, 0, 0);
  }

  /** The shape behind {@link Named}: an object or an enum. */
  Shape definition(String reference) {
    return definitions.computeIfAbsent(reference, this::define);
  }

  private Shape define(String reference) {
    Json.Obj schema = schemas.behind(reference).schema();
    Optional<List<String>> values = EnumValues.of(schema);
    return values.isPresent()
        ? new Choice(values.get())
        : new Members(description(schema), members(schema, 0));
  }

  private Shape of(Json schema, int depth, int lists) {
    Schemas.Target target = schemas.follow(schema);
    Json.Obj resolved = target.schema();
    Optional<List<String>> values = EnumValues.all(resolved);
    if (values.isPresent()) {
      return choice(schema, target, values.get());
    }
    if (Schemas.types(resolved).size() > 1) {
      return plain(Simple.JSON, schema, Reason.SEVERAL_TYPES);
    }
    return switch (Schemas.type(resolved).orElse("")) {
      case "string" -> new Plain(Simple.STRING);
      case "integer" -> new Plain(Numbers.integer(resolved));
      case "number" -> new Plain(Simple.DECIMAL);
      case "boolean" -> new Plain(Simple.BOOLEAN);
      case "array" -> array(resolved, depth, lists);
      default -> object(schema, target, depth);
    };
  }

  private Shape choice(Json schema, Schemas.Target target, List<String> values) {
    if (values.size() > EnumValues.MAX) {
      return plain(Simple.STRING, schema, Reason.MANY_VALUES);
    }
    return target.reference().isPresent()
        ? new Named(target.reference().get())
        : new Choice(values);
  }

  private Shape array(Json.Obj schema, int depth, int lists) {
    Json items = schema.get("items");
    if (!(items instanceof Json.Obj) || lists >= MAX_LIST_DEPTH) {
      return plain(Simple.ARRAY, schema, Reason.ANY);
    }
    if (schemas.follow(items).nullable()) {
      note(items, Reason.NULLABLE_ITEMS);
      return new Items(new Plain(Simple.JSON));
    }
    Shape element = of(items, depth, lists + 1);
    return new Items(element);
  }

  private Shape object(Json schema, Schemas.Target target, int depth) {
    Json.Obj resolved = target.schema();
    boolean isObject = Schemas.type(resolved).isPresent();
    long count = writable(resolved).count();
    boolean alternatives = hasAlternatives(resolved);
    if (count == 0) {
      Reason map = isObject ? Reason.FREE_MAP : Reason.ANY;
      return plain(
          isObject ? Simple.OBJECT : Simple.JSON, schema, alternatives ? Reason.ALTERNATIVES : map);
    }
    if (count > MAX_PROPERTIES) {
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

  private Shape plain(Simple type, Json schema, Reason reason) {
    note(schema, reason);
    return new Plain(type);
  }

  /** Whether there are alternatives with properties of their own. */
  private boolean hasAlternatives(Json.Obj schema) {
    return schemas.parts(schema).stream()
        .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(word -> part.items(word).stream()))
        .map(schemas::resolve)
        .anyMatch(one -> one.get("type") != null || !schemas.properties(one).isEmpty());
  }

  private List<Member> members(Json.Obj schema, int depth) {
    Set<String> required = schemas.required(schema);
    List<Member> members = new ArrayList<>();
    writable(schema)
        .forEach(
            property -> {
              Schemas.Target target = schemas.follow(property.getValue());
              String own =
                  property.getValue() instanceof Json.Obj object ? description(object) : "";
              members.add(
                  new Member(
                      property.getKey(),
                      of(property.getValue(), depth, 0),
                      required.contains(property.getKey()),
                      target.nullable(),
                      own.isEmpty() ? description(target.schema()) : own));
            });
    return members;
  }

  /** The properties but those that only answers have. */
  private Stream<Map.Entry<String, Json>> writable(Json.Obj schema) {
    return schemas.properties(schema).entrySet().stream()
        .filter(property -> !schemas.resolve(property.getValue()).isTrue("readOnly"))
        .filter(
            property -> !(property.getValue() instanceof Json.Obj own && own.isTrue("readOnly")));
  }

  private static String description(Json.Obj schema) {
    String text = schema.text("description");
    return text == null ? "" : text;
  }
}
