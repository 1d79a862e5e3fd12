package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.json.Scalars;
import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.media.JsonLines;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.media.MediaRange;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.InstanceLocation;
import dev.dragoman.runtime.validate.schema.JsonType;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.SchemaReader;
import dev.dragoman.runtime.validate.schema.Structures;
import dev.dragoman.runtime.validate.schema.UnknownMembers;
import dev.dragoman.runtime.validate.schema.Validation;
import dev.dragoman.runtime.validate.xml.XmlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Validates the bodies of one operation against the document, by media type. Thread-safe. */
final class BodyValidator {
  private static final String BODY = "body";

  private final Map<String, Schema> schemas = new LinkedHashMap<>();

  BodyValidator(JsonNode content, SchemaReader reader) {
    content.forEachEntry((type, media) -> schemas.put(type, reader.read(media.path("schema"))));
  }

  List<String> mediaTypes() {
    return List.copyOf(schemas.keySet());
  }

  /** The chosen media type, or the most preferred one that matches the value. */
  Optional<BodyMedia> media(Optional<String> chosen, @Nullable JsonNode body) {
    return chosen.isPresent() ? chosen(chosen.get(), body) : preferred(body);
  }

  /** Whether the schema explicitly allows null, rather than leaving the value open. */
  boolean takesNull(Optional<String> chosen) {
    Optional<BodyMedia> media = media(chosen, null);
    if (media.isEmpty() || media.get().kind() != MediaKind.JSON) {
      return false;
    }
    Structures structures = structures();
    Schema schema = schema(media.get().offered());
    Set<JsonType> types = structures.types(schema);
    boolean typed = types.contains(JsonType.NULL) && !types.equals(JsonType.ALL);
    return typed || structures.whole(schema).stream().anyMatch(Schema::isNullable);
  }

  private Optional<BodyMedia> chosen(String type, @Nullable JsonNode body) {
    Optional<String> same = schemas.keySet().stream().filter(type::equalsIgnoreCase).findFirst();
    if (same.isPresent()) {
      return same.map(offered -> of(offered, body));
    }
    return schemas.keySet().stream()
        .filter(offered -> MediaRange.matches(offered, essence(type)))
        .findFirst()
        .map(offered -> new BodyMedia(offered, MediaRange.isRange(offered) ? type : offered));
  }

  private static String essence(String mediaType) {
    int parameters = mediaType.indexOf(';');
    return parameters < 0 ? mediaType : mediaType.substring(0, parameters).strip();
  }

  private Optional<BodyMedia> preferred(@Nullable JsonNode body) {
    List<String> ranked = MediaChoice.ranked(schemas.keySet());
    if (body == null || ranked.size() < 2) {
      return ranked.stream().findFirst().map(offered -> of(offered, body));
    }
    Structures structures = structures();
    List<String> possible = ranked.stream().filter(type -> MediaChoice.takes(type, body)).toList();
    return possible.stream()
        .filter(type -> fits(type, body, structures))
        .findFirst()
        .or(() -> possible.stream().findFirst())
        .or(() -> ranked.stream().findFirst())
        .map(offered -> of(offered, body));
  }

  private BodyMedia of(String offered, @Nullable JsonNode body) {
    if (body == null) {
      return BodyMedia.of(offered);
    }
    boolean bytes =
        MediaRange.isRange(offered)
            && structures().whole(schema(offered)).stream().anyMatch(Schema::isBytes);
    return new BodyMedia(offered, MediaChoice.concrete(offered, body, bytes));
  }

  /** Whether the value, after conversion, is of a type that the schema allows. */
  private boolean fits(String mediaType, JsonNode body, Structures structures) {
    Schema schema = schema(mediaType);
    return switch (MediaChoice.kind(mediaType)) {
      case JSON, FORM, MULTIPART ->
          MediaChoice.isJsonPatch(mediaType)
              || JsonType.isAnyTypeOf(
                  structures.types(schema), new ValueReader(structures).read(schema, body));
      case JSON_LINES, TEXT, XML, BINARY -> true;
    };
  }

  private Schema schema(String offered) {
    return schemas.getOrDefault(offered, Schema.ANY);
  }

  /** One work limit for everything that is done for a call in one step. */
  private static Structures structures() {
    return new Structures(WorkLimit.standard());
  }

  /** The body converted to the types in the schema; text and bytes are kept. */
  JsonNode read(BodyMedia media, JsonNode body) {
    Structures structures = structures();
    Schema schema = schema(media.offered());
    return switch (media.kind()) {
      case JSON ->
          isPatchBesideSchema(media, structures)
              ? new ValueReader(structures).read(JsonPatch.ARRAY, body)
              : new ValueReader(structures).read(schema, body);
      case FORM, MULTIPART -> new ValueReader(structures).read(schema, body);
      case XML ->
          body.isString() && body.stringValue().stripLeading().startsWith("<")
              ? body
              : new ValueReader(structures).read(schema, body);
      case JSON_LINES ->
          body.isString()
                  && Scalars.array(body).isEmpty()
                  && JsonLines.parse(media.sent(), body.stringValue()).isPresent()
              ? body
              : new ValueReader(structures).read(JsonPatch.ARRAY_OR_OBJECT, body);
      case TEXT, BINARY -> body;
    };
  }

  /** A JSON Patch whose schema describes something other than its operations. */
  private boolean isPatchBesideSchema(BodyMedia media, Structures structures) {
    return MediaChoice.isJsonPatch(media.sent())
        && !structures.types(schema(media.offered())).contains(JsonType.ARRAY);
  }

  /** Tells which fields of a form can only be objects. Serves one call. */
  Predicate<String> objects(BodyMedia media) {
    Schema form = schema(media.offered());
    Structures structures = structures();
    return field -> {
      List<Schema> declared = structures.member(form, field).toList();
      return !declared.isEmpty()
          && declared.stream().map(structures::types).allMatch(Set.of(JsonType.OBJECT)::equals);
    };
  }

  List<ArgumentProblem> problems(BodyMedia media, JsonNode body) {
    Schema schema = schema(media.offered());
    Structures structures = structures();
    return switch (media.kind()) {
      case JSON -> jsonProblems(media, schema, body, structures);
      case FORM, MULTIPART ->
          problems(
              schema, BODY, withoutNulls(body), new Validation(Validation.Mode.FORM, structures));
      case TEXT ->
          body.isString() && structures.types(schema).contains(JsonType.STRING)
              ? problems(schema, BODY, body, new Validation(Validation.Mode.REQUEST, structures))
              : List.of();
      case XML ->
          body.isString()
              ? List.of()
              : problems(schema, BODY, body, new Validation(Validation.Mode.REQUEST, structures));
      case JSON_LINES -> lineProblems(media, schema, body, structures);
      case BINARY -> List.of();
    };
  }

  /** The members that the schema does not declare, in formats whose values are named. */
  List<UnknownMembers.Unknown> undeclared(BodyMedia media, JsonNode body, Structures structures) {
    return switch (media.kind()) {
      case JSON, FORM, MULTIPART ->
          MediaChoice.isJsonPatch(media.sent())
              ? List.of()
              : UnknownMembers.of(schema(media.offered()), BODY, body, structures);
      case TEXT, XML, JSON_LINES, BINARY -> List.of();
    };
  }

  private List<ArgumentProblem> jsonProblems(
      BodyMedia media, Schema schema, JsonNode body, Structures structures) {
    if (isPatchBesideSchema(media, structures)) {
      return JsonPatch.problems(body, others(media));
    }
    boolean merge = MediaChoice.isMergePatch(media.sent());
    return problems(
        schema,
        BODY,
        body,
        new Validation(merge ? Validation.Mode.MERGE_PATCH : Validation.Mode.REQUEST, structures));
  }

  private List<String> others(BodyMedia media) {
    return schemas.keySet().stream()
        .filter(type -> !type.equals(media.offered()) && MediaChoice.isMergePatch(type))
        .toList();
  }

  /**
   * The schema applies to the whole text if it is for an array or a string, otherwise to each
   * value. Documents older than OpenAPI 3.2 describe such bodies as strings.
   */
  private static List<ArgumentProblem> lineProblems(
      BodyMedia media, Schema schema, JsonNode body, Structures structures) {
    Optional<List<JsonNode>> given = values(media, body);
    if (given.isEmpty()) {
      // The writer reports all problems with such a text.
      return List.of();
    }
    Validation validation = new Validation(Validation.Mode.REQUEST, structures);
    if (structures.types(schema).equals(Set.of(JsonType.STRING))) {
      return body.isString() ? problems(schema, BODY, body, validation) : List.of();
    }
    if (structures.types(schema).contains(JsonType.ARRAY)) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      given.get().forEach(all::add);
      return problems(schema, BODY, all, validation);
    }
    List<ArgumentProblem> problems = new ArrayList<>();
    int index = 0;
    for (JsonNode value : given.get()) {
      String location = BODY + "[" + index++ + "]";
      problems.addAll(
          problems(schema, location, value, new Validation(Validation.Mode.REQUEST, structures)));
    }
    return problems;
  }

  private static Optional<List<JsonNode>> values(BodyMedia media, JsonNode body) {
    if (body.isString()) {
      return JsonLines.parse(media.sent(), body.stringValue());
    }
    return Optional.of(body.isArray() ? List.copyOf(body.values()) : List.of(body));
  }

  /**
   * The body as passed to the handler: arrays and objects are converted to XML if needed.
   *
   * @param problems accepts what XML cannot represent
   */
  JsonNode written(BodyMedia media, JsonNode body, List<ArgumentProblem> problems) {
    return switch (media.kind()) {
      case XML -> XmlWriter.text(schema(media.offered()), BODY, body, structures(), problems);
      case JSON, JSON_LINES, FORM, MULTIPART, TEXT, BINARY -> body;
    };
  }

  /** Forms cannot represent null: such fields are omitted. */
  private static JsonNode withoutNulls(JsonNode body) {
    if (!(body instanceof ObjectNode fields)) {
      return body;
    }
    ObjectNode sent = fields.objectNode();
    fields.forEachEntry(
        (name, value) -> {
          if (!value.isNull()) {
            sent.set(name, value);
          }
        });
    return sent;
  }

  static List<ArgumentProblem> problems(
      Schema schema, String location, JsonNode value, Validation validation) {
    schema.check(InstanceLocation.of(location), value, validation);
    return validation.problems();
  }
}
