package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.ResponseFields;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.SchemaReader;
import dev.dragoman.runtime.validate.schema.Structures;
import dev.dragoman.runtime.validate.schema.UnknownMembers;
import dev.dragoman.runtime.validate.schema.Validation;
import dev.dragoman.runtime.validate.xml.XmlWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validates the parameters, bodies and responses of one operation against the document.
 * Thread-safe.
 */
public final class OperationValidator {
  private static final String BODY = "body";

  private final Map<String, Schema> parameters = new LinkedHashMap<>();
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Set<String> xmlParameters = new HashSet<>();
  private final Set<String> emptyParameters = new HashSet<>();
  private final BodyValidator body;
  private final Map<String, Schema> responses = new LinkedHashMap<>();
  private final Optional<PageRule> paging;
  private final PageRule pages;
  private final boolean accepts;

  OperationValidator(ObjectNode details, SchemaReader reader) {
    for (JsonNode parameter : details.path("parameters").values()) {
      String name = parameter.path("argument").asString(parameter.path("name").asString(""));
      parameters.put(name, reader.read(parameter.path("schema")));
      arguments.put(
          key(parameter.path("in").asString(""), parameter.path("name").asString("")), name);
      if (parameter.path("in").asString("").equals("header")) {
        headers.put(name, parameter.path("name").asString(name));
      }
      if (parameter.path("allowEmptyValue").booleanValue(false)) {
        emptyParameters.add(name);
      }
      if (MediaKind.of(parameter.path("contentType").asString("")) == MediaKind.XML) {
        xmlParameters.add(name);
      }
    }
    paging = PageRule.of(details);
    pages = paging.orElseGet(() -> PageRule.ofLinks(details));
    accepts = details.path("responses").has("202") || details.path("responses").has("2XX");
    body = new BodyValidator(details.path(BODY).path("content"), reader);
    details
        .path("responses")
        .forEachEntry(
            (status, response) ->
                response
                    .path("content")
                    .forEachEntry(
                        (type, media) -> {
                          if (MediaKind.of(type) == MediaKind.JSON && media.has("schema")) {
                            responses.putIfAbsent(status, reader.read(media.path("schema")));
                          }
                        }));
  }

  /** There is one entire query string at most, whatever its name. */
  private static String key(String place, String name) {
    return place.equals("querystring") ? place : place + " " + name;
  }

  /**
   * The name of the argument for a parameter.
   *
   * @param place where it is sent, e.g. {@code query}
   * @param name its name on the wire, which is also the result if it is not declared
   */
  public String argument(String place, String name) {
    return arguments.getOrDefault(key(place, name), name);
  }

  /** How the pages of the operation follow each other; empty if it has none. */
  public Optional<PageRule> paging() {
    return paging;
  }

  /** The same; without a declared rule, that pages follow the links of responses. */
  public PageRule pages() {
    return pages;
  }

  /** Whether the API may answer before it has processed a request (RFC 9110, section 15.3.3). */
  public boolean mayAccept() {
    return accepts;
  }

  /** The names of header parameters, by argument name. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** The media types of the body, in the order of the document. */
  public List<String> mediaTypes() {
    return body.mediaTypes();
  }

  /**
   * The media type in which a body is sent; it is determined here only.
   *
   * @param contentType the chosen media type; empty for the preferred one that matches the value
   * @param value the body; null if there is none
   * @return empty if the document has no matching media type
   */
  public Optional<BodyMedia> media(Optional<String> contentType, @Nullable JsonNode value) {
    return body.media(contentType, value);
  }

  /** Whether the document allows JSON null as the body. */
  public boolean takesNull(Optional<String> contentType) {
    return body.takesNull(contentType);
  }

  /** The arguments converted to the types in their schemas. */
  public ObjectNode readArguments(ObjectNode arguments) {
    ObjectNode read = arguments.objectNode();
    ValueReader reader = new ValueReader(structures());
    arguments.forEachEntry(
        (name, value) ->
            read.set(name, reader.read(parameters.getOrDefault(name, Schema.ANY), value)));
    return read;
  }

  /** The body converted to the types in its schema; text and bytes are kept. */
  public JsonNode readBody(BodyMedia media, JsonNode value) {
    return body.read(media, value);
  }

  /** Tells which fields of a form can only be objects. Serves one call. */
  public Predicate<String> objects(BodyMedia media) {
    return body.objects(media);
  }

  /**
   * The body as passed to the handler: with XML as text.
   *
   * @param problems accepts what cannot be written
   */
  public JsonNode writtenBody(BodyMedia media, JsonNode value, List<ArgumentProblem> problems) {
    return body.written(media, value, problems);
  }

  /** The arguments as passed to the handler: with XML as text. */
  public ObjectNode writtenArguments(ObjectNode arguments, List<ArgumentProblem> problems) {
    if (xmlParameters.isEmpty()) {
      return arguments;
    }
    ObjectNode written = arguments.objectNode();
    arguments.forEachEntry(
        (name, value) ->
            written.set(
                name,
                xmlParameters.contains(name)
                    ? XmlWriter.text(
                        parameters.getOrDefault(name, Schema.ANY),
                        name,
                        value,
                        structures(),
                        problems)
                    : value));
    return written;
  }

  /** One work limit for everything that is done for a call in one step. */
  private static Structures structures() {
    return new Structures(WorkLimit.standard());
  }

  /** The problems with the arguments, except missing and unknown ones. */
  public List<ArgumentProblem> problemsOfArguments(ObjectNode arguments) {
    List<ArgumentProblem> problems = new ArrayList<>();
    Structures structures = structures();
    parameters.forEach(
        (name, schema) -> {
          JsonNode value = arguments.path(name);
          boolean empty =
              emptyParameters.contains(name) && value.isString() && value.stringValue().isEmpty();
          if (!value.isMissingNode() && !value.isNull() && !empty) {
            problems.addAll(
                BodyValidator.problems(
                    schema, name, value, new Validation(Validation.Mode.REQUEST, structures)));
          }
        });
    return problems;
  }

  /** The problems with a body of one of the {@link #mediaTypes}. */
  public List<ArgumentProblem> problemsOfBody(BodyMedia media, JsonNode value) {
    return body.problems(media, value);
  }

  /**
   * Notes on members of objects that the document does not declare, with the most similar declared
   * name. They pass validation, because the schemas are open, and are sent.
   *
   * @param value the body; null if there is none
   */
  public List<String> undeclared(
      ObjectNode arguments, Optional<BodyMedia> media, @Nullable JsonNode value) {
    Structures structures = structures();
    List<UnknownMembers.Unknown> unknown = new ArrayList<>();
    parameters.forEach(
        (name, schema) ->
            unknown.addAll(UnknownMembers.of(schema, name, arguments.path(name), structures)));
    if (value != null) {
      media.ifPresent(type -> unknown.addAll(body.undeclared(type, value, structures)));
    }
    return UndeclaredNotes.of(unknown);
  }

  /** The fields of a successful JSON response. Serves one call. */
  public ResponseFields responseFields() {
    List<Schema> successes =
        responses.entrySet().stream()
            .filter(response -> response.getKey().startsWith("2"))
            .map(Map.Entry::getValue)
            .toList();
    Schema otherwise = responses.get("default");
    return new ResponseFields(
        successes.isEmpty() && otherwise != null ? List.of(otherwise) : successes);
  }

  /**
   * Describes briefly where a JSON response does not match its schema: types and missing members
   * only, because responses contain more than documents describe.
   */
  public Optional<String> responseMismatch(int status, JsonNode response) {
    String code = Integer.toString(status);
    Schema schema = responses.get(code);
    for (String key : List.of(code.charAt(0) + "XX", "default")) {
      schema = schema == null ? responses.get(key) : schema;
    }
    if (schema == null) {
      return Optional.empty();
    }
    List<ArgumentProblem> problems =
        BodyValidator.problems(schema, BODY, response, new Validation(Validation.Mode.RESPONSE));
    String more = problems.size() > 1 ? " and " + (problems.size() - 1) + " more" : "";
    return problems.stream().findFirst().map(first -> first + more);
  }
}
