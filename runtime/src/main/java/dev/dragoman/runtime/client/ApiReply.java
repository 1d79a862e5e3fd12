package dev.dragoman.runtime.client;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.JsonObject;
import dev.dragoman.runtime.request.RequiredValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The response to a call of an operation. Immutable. */
public final class ApiReply {
  /** The names in use for ids of requests, the most specific first. */
  private static final List<String> REQUEST_IDS =
      List.of("x-request-id", "request-id", "x-correlation-id", "x-trace-id");

  private final String operation;
  private final int status;
  private final List<Pair> headers;
  private final byte[] body;
  private final boolean complete;

  private ApiReply(
      String operation, int status, List<Pair> headers, byte[] body, boolean complete) {
    this.operation = Objects.requireNonNull(operation);
    this.status = status;
    this.headers =
        headers.stream()
            .map(pair -> new Pair(pair.name().toLowerCase(Locale.ROOT), pair.value()))
            .toList();
    this.body = body;
    this.complete = complete;
  }

  /** A complete response, e.g. for a test with a client of its own. */
  public static ApiReply of(String operation, int status, List<Pair> headers, byte[] body) {
    return new ApiReply(operation, status, headers, body.clone(), true);
  }

  /** This response as the beginning of one that had not ended when the time was over. */
  public ApiReply cut() {
    return new ApiReply(operation, status, headers, body, false);
  }

  /** This response with another body, in UTF-8 and of the same media type. */
  public ApiReply withText(String text) {
    List<Pair> kept =
        headers.stream()
            .filter(pair -> !pair.name().equals("content-length"))
            .map(pair -> pair.name().equals("content-type") ? inUtf8(pair) : pair)
            .toList();
    return new ApiReply(operation, status, kept, text.getBytes(StandardCharsets.UTF_8), complete);
  }

  private static Pair inUtf8(Pair contentType) {
    String declared = contentType.value();
    return new Pair(contentType.name(), declared.replaceAll("(?i)(;\\s*charset=)[^;]*", "$1utf-8"));
  }

  /** This response with another JSON body. */
  public ApiReply withJson(JsonNode value) {
    return withText(value.toString());
  }

  /** The id of the operation. */
  public String operation() {
    return operation;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** All headers, with names in lower case, in the order received. */
  public List<Pair> headers() {
    return headers;
  }

  /** The first value of a header, whose name is case-insensitive; empty if there is none. */
  public Optional<String> header(String name) {
    return all(name).findFirst();
  }

  private Stream<String> all(String name) {
    return headers.stream().filter(pair -> pair.name().equalsIgnoreCase(name)).map(Pair::value);
  }

  /** The value of {@code Content-Type}. */
  public Optional<String> contentType() {
    return header("content-type");
  }

  /** The id by which the API's vendor can find the request, if the response has one. */
  public Optional<String> requestId() {
    Stream<String> usual = REQUEST_IDS.stream().flatMap(this::all);
    Stream<String> vendors =
        headers.stream().filter(pair -> pair.name().matches("x-.*-request-?id")).map(Pair::value);
    return Stream.concat(usual, vendors).filter(id -> !id.isBlank()).findFirst();
  }

  /** Whether the entire body has been received; a stream is cut when the time is over. */
  public boolean isComplete() {
    return complete;
  }

  /** The body after content decoding; empty if there is none. */
  public byte[] bytes() {
    return body.clone();
  }

  /** The body as text, in the charset that the response declares, otherwise in UTF-8. */
  public String text() {
    return findText().orElseGet(() -> new String(body, StandardCharsets.UTF_8));
  }

  Optional<String> findText() {
    return ResponseMedia.of(contentType()).text(body);
  }

  Optional<JsonNode> findJson() {
    return JsonReader.forResponses().find(body);
  }

  /**
   * The body as JSON; numbers keep their digits.
   *
   * @throws ApiReplyException if it is not JSON, or exceeds the bounds for JSON
   */
  public JsonNode json() {
    JsonNode json;
    try {
      json = JsonReader.forResponses().read(body);
    } catch (JacksonException e) {
      throw ApiReplyException.unreadable(this, notJson());
    }
    if (json.isMissingNode()) {
      throw ApiReplyException.unreadable(this, "is empty");
    }
    return json;
  }

  private String notJson() {
    return complete
        ? "is not JSON" + contentType().map(type -> ": " + ProblemText.clip(type)).orElse("")
        : "is incomplete";
  }

  /**
   * The body as a Java value; for generated clients.
   *
   * @param reader reads it, e.g. {@code body -> body.asObject(Animal::new)}
   * @throws ApiReplyException if the body is not of this type
   */
  public <T> T read(Function<RequiredValue, T> reader) {
    JsonNode json = json();
    try {
      return reader.apply(JsonObject.value("body", json));
    } catch (InvalidArgumentsException e) {
      throw ApiReplyException.unreadable(
          this, "is not what the API's document describes: " + e.getMessage());
    }
  }

  /** Like {@link #read}, for an operation that may return no body: null if there is none. */
  public <T> @Nullable T readIfPresent(Function<RequiredValue, T> reader) {
    return body.length == 0 ? null : read(reader);
  }
}
