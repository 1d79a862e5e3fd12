package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.tool.ToolArgument.Kind;
import dev.dragoman.runtime.media.MediaChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The arguments of an operation as those of a tool: all side by side. */
final class ToolArguments {
  private static final String BODY = "body";

  /** What the APIs of models accept as the name of an argument. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private static final int LONGEST = 64;

  private final SchemaLookup schemas;

  ToolArguments(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** All arguments: parameters first, in document order. */
  List<ToolArgument> of(OperationPlan operation) {
    List<ToolArgument> all = new ArrayList<>();
    List<ParameterPlan> parameters = new ArrayList<>(operation.parameters());
    parameters.addAll(operation.others());
    for (ParameterPlan parameter : parameters) {
      all.add(
          new ToolArgument(
              parameter.argument(),
              parameter.argument(),
              Kind.PARAMETER,
              parameter.isRequired(),
              parameter.model().schema(),
              parameter.model().description()));
    }
    operation.body().ifPresent(body -> all.addAll(body(body, operation, all)));
    return named(all);
  }

  private List<ToolArgument> body(
      BodyPlan body, OperationPlan operation, List<ToolArgument> parameters) {
    MediaTypeModel media = body.media();
    Optional<Map<String, Json>> properties = flat(media, parameters);
    if (properties.isEmpty()) {
      String words = operation.model().body().map(model -> model.description()).orElse("");
      return List.of(
          new ToolArgument(BODY, BODY, Kind.BODY, body.required(), media.schema(), words));
    }
    Set<String> required = schemas.required(schemas.resolve(media.schema()));
    List<ToolArgument> all = new ArrayList<>();
    properties
        .get()
        .forEach(
            (name, schema) ->
                all.add(
                    new ToolArgument(
                        name,
                        name,
                        Kind.PROPERTY,
                        body.required() && required.contains(name),
                        schema,
                        "")));
    return all;
  }

  /** The properties of a body that can be arguments themselves. */
  private Optional<Map<String, Json>> flat(MediaTypeModel media, List<ToolArgument> parameters) {
    boolean isData =
        switch (MediaChoice.kind(media.name())) {
          case JSON, FORM, MULTIPART -> true;
          case JSON_LINES, XML, TEXT, BINARY -> false;
        };
    Json.Obj schema = schemas.resolve(media.schema());
    boolean isObject = List.of("object").equals(typeOf(schema));
    if (!isData || !isObject || isOpen(schema)) {
      return Optional.empty();
    }
    Map<String, Json> properties = new LinkedHashMap<>();
    schemas
        .properties(schema)
        .forEach(
            (name, value) -> {
              if (!isReadOnly(value) && !schemas.isNever(value)) {
                properties.put(name, value);
              }
            });
    boolean collides = parameters.stream().anyMatch(one -> properties.containsKey(one.original()));
    return properties.isEmpty() || collides ? Optional.empty() : Optional.of(properties);
  }

  private List<String> typeOf(Json.Obj schema) {
    List<String> types = SchemaLookup.types(schema);
    return types.isEmpty() && !schemas.properties(schema).isEmpty() ? List.of("object") : types;
  }

  /**
   * Whether a body can have other properties than those listed: further ones that are declared, or
   * those of an alternative.
   */
  private boolean isOpen(Json.Obj schema) {
    return schemas.parts(schema).stream()
        .anyMatch(
            part ->
                part.get("additionalProperties") instanceof Json.Obj
                    || part.isTrue("additionalProperties")
                    || part.get("patternProperties") != null
                    || hasAlternatives(part));
  }

  /** Alternatives that only say which properties are required do not matter here. */
  private boolean hasAlternatives(Json.Obj part) {
    List<Json> alternatives = new ArrayList<>(part.items("oneOf"));
    alternatives.addAll(part.items("anyOf"));
    return alternatives.stream()
        .anyMatch(one -> !schemas.properties(schemas.resolve(one)).isEmpty());
  }

  private boolean isReadOnly(Json value) {
    return (value instanceof Json.Obj own && own.isTrue("readOnly"))
        || schemas.resolve(value).isTrue("readOnly");
  }

  /** Gives each argument a name that clients accept; those that have one keep it. */
  private static List<ToolArgument> named(List<ToolArgument> arguments) {
    Set<String> taken = new HashSet<>();
    arguments.stream()
        .map(ToolArgument::original)
        .filter(ToolArguments::isName)
        .forEach(taken::add);
    List<ToolArgument> named = new ArrayList<>();
    for (ToolArgument one : arguments) {
      String name = isName(one.original()) ? one.original() : claimed(one.original(), taken);
      named.add(
          new ToolArgument(
              name, one.original(), one.kind(), one.required(), one.schema(), one.description()));
    }
    return named;
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static String claimed(String original, Set<String> taken) {
    String plain = original.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^_+|_+$", "");
    String base = plain.isEmpty() ? "argument" : plain;
    String name = cut(base, LONGEST);
    for (int number = 2; !taken.add(name); number++) {
      String end = "_" + number;
      name = cut(base, LONGEST - end.length()) + end;
    }
    return name;
  }

  private static String cut(String name, int most) {
    return name.length() > most ? name.substring(0, most) : name;
  }
}
