package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.ArgumentProblem;
import dev.dragoman.runtime.MediaKind;
import dev.dragoman.runtime.MediaRange;
import dev.dragoman.runtime.limit.WorkLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the document says of the values of one operation: its parameters, its body and its answers.
 * Thread-safe.
 */
public final class CallSchemas {
  private static final String BODY = "body";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Map<String, Schema> parameters = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Schema> bodies = new LinkedHashMap<>();
  private final Map<String, Schema> answers = new LinkedHashMap<>();

  CallSchemas(ObjectNode details, SchemaReader reader) {
    for (JsonNode parameter : details.path("parameters").values()) {
      String name = parameter.path("argument").asString(parameter.path("name").asString(""));
      parameters.put(name, reader.read(parameter.path("schema")));
      if (parameter.path("in").asString("").equals("header")) {
        headers.put(name, parameter.path("name").asString(name));
      }
    }
    details
        .path(BODY)
        .path("content")
        .forEachEntry((type, media) -> bodies.put(type, reader.read(media.path("schema"))));
    details
        .path("responses")
        .forEachEntry(
            (status, answer) ->
                answer
                    .path("content")
                    .forEachEntry(
                        (type, media) -> {
                          if (MediaKind.of(type) == MediaKind.JSON && media.has("schema")) {
                            answers.putIfAbsent(status, reader.read(media.path("schema")));
                          }
                        }));
  }

  /** The names of its header parameters, by the arguments they are given as. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** The media types that the body can have, in the order of the document. */
  public List<String> mediaTypes() {
    return List.copyOf(bodies.keySet());
  }

  /**
   * The media type of the document that a body will have.
   *
   * @param contentType the one that was chosen; empty for the one that is preferred
   * @return empty where the document has none that fits
   */
  public Optional<String> mediaType(Optional<String> contentType) {
    if (contentType.isPresent()) {
      String chosen = contentType.get();
      return bodies.keySet().stream()
          .filter(chosen::equalsIgnoreCase)
          .findFirst()
          .or(
              () ->
                  bodies.keySet().stream()
                      .filter(offered -> MediaRange.matches(offered, essence(chosen)))
                      .findFirst());
    }
    return bodies.keySet().stream().min(Comparator.comparingInt(CallSchemas::rank));
  }

  /** As generated handlers prefer: JSON before forms before the rest. */
  private static int rank(String mediaType) {
    if (mediaType.equalsIgnoreCase("application/json")) {
      return 0;
    }
    return switch (kind(mediaType)) {
      case JSON, JSON_LINES -> 1;
      case FORM -> 2;
      case MULTIPART -> 3;
      case TEXT -> 4;
      case BINARY -> 5;
    };
  }

  /** A range that says nothing is JSON, as long as nothing else was chosen. */
  private static MediaKind kind(String mediaType) {
    String type = essence(mediaType);
    return type.equals("*/*") || type.equals("application/*")
        ? MediaKind.JSON
        : MediaKind.of(mediaType);
  }

  private static String essence(String mediaType) {
    int parameters = mediaType.indexOf(';');
    return parameters < 0 ? mediaType : mediaType.substring(0, parameters).strip();
  }

  /** The arguments as they are meant: what is spelt as another type becomes what is wanted. */
  public ObjectNode readArguments(ObjectNode arguments) {
    ObjectNode read = arguments.objectNode();
    ValueReader reader = new ValueReader(structures());
    arguments.forEachEntry(
        (name, value) ->
            read.set(name, reader.read(parameters.getOrDefault(name, Schema.ANY), value)));
    return read;
  }

  /** The body as it is meant; text and bytes stay as they are. */
  public JsonNode readBody(String mediaType, JsonNode body) {
    return switch (kind(mediaType)) {
      case JSON, FORM, MULTIPART ->
          new ValueReader(structures()).read(bodies.getOrDefault(mediaType, Schema.ANY), body);
      case JSON_LINES, TEXT, BINARY -> body;
    };
  }

  /** Which fields of a form are objects, and can be nothing else. Serves one call. */
  public Predicate<String> objects(String mediaType) {
    Schema form = bodies.getOrDefault(mediaType, Schema.ANY);
    Structures structures = structures();
    return field -> {
      List<Schema> declared = structures.member(form, field).toList();
      return !declared.isEmpty()
          && declared.stream().map(structures::types).allMatch(Set.of(JsonType.OBJECT)::equals);
    };
  }

  /** One limit of work for all that is done for one call in one step. */
  private static Structures structures() {
    return new Structures(WorkLimit.standard());
  }

  /** What is wrong with the arguments; whether one is missing or unknown is not asked. */
  public List<ArgumentProblem> problemsOfArguments(ObjectNode arguments) {
    List<ArgumentProblem> problems = new ArrayList<>();
    Structures structures = structures();
    parameters.forEach(
        (name, schema) -> {
          JsonNode value = arguments.path(name);
          if (!value.isMissingNode() && !value.isNull()) {
            problems.addAll(problems(schema, name, value, new Run(Run.Mode.REQUEST, structures)));
          }
        });
    return problems;
  }

  /** What is wrong with a body of one of the {@link #mediaTypes}. */
  public List<ArgumentProblem> problemsOfBody(String mediaType, JsonNode body) {
    Schema schema = bodies.getOrDefault(mediaType, Schema.ANY);
    return switch (kind(mediaType)) {
      case JSON ->
          problems(
              schema,
              BODY,
              body,
              new Run(mediaType.startsWith(MERGE_PATCH) ? Run.Mode.MERGE_PATCH : Run.Mode.REQUEST));
      case FORM, MULTIPART -> problems(schema, BODY, withoutNulls(body), new Run(Run.Mode.FORM));
      case TEXT ->
          body.isString() && structures().types(schema).contains(JsonType.STRING)
              ? problems(schema, BODY, body, new Run(Run.Mode.REQUEST))
              : List.of();
      case JSON_LINES, BINARY -> List.of();
    };
  }

  /** A form has no way to say null: such fields are left out. */
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

  private static List<ArgumentProblem> problems(
      Schema schema, String place, JsonNode value, Run run) {
    schema.check(Place.of(place), value, run);
    return run.problems();
  }

  /**
   * Where a JSON answer strays from its schema, in a few words: types and missing members only,
   * since answers carry more than documents know.
   */
  public Optional<String> strayingOfAnswer(int status, JsonNode body) {
    String code = Integer.toString(status);
    Schema schema = answers.get(code);
    for (String key : List.of(code.charAt(0) + "XX", "default")) {
      schema = schema == null ? answers.get(key) : schema;
    }
    if (schema == null) {
      return Optional.empty();
    }
    List<ArgumentProblem> problems = problems(schema, BODY, body, new Run(Run.Mode.ANSWER));
    String more = problems.size() > 1 ? " and " + (problems.size() - 1) + " more" : "";
    return problems.stream().findFirst().map(first -> first + more);
  }
}
