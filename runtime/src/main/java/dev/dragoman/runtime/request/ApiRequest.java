package dev.dragoman.runtime.request;

import dev.dragoman.runtime.media.MediaKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One HTTP request to the API, complete except for the credential and the server.
 *
 * @param method the HTTP method
 * @param server the operation's own server, if the document defines one
 * @param rawPath the path, percent-encoded, starting with a slash
 * @param rawQuery the query, percent-encoded, without question mark; empty if there is none
 * @param headers names and values in the order of the document, without cookies
 * @param cookies names and values as sent in the {@code Cookie} header
 * @param body the body, if the request has one
 */
public record ApiRequest(
    String method,
    Optional<URI> server,
    String rawPath,
    String rawQuery,
    List<Pair> headers,
    List<Pair> cookies,
    Optional<RequestBody> body) {
  private static final Pattern SLASH = Pattern.compile("/");

  /** A name and a value as they are sent. */
  public record Pair(String name, String value) {
    public Pair {
      Objects.requireNonNull(name);
      Objects.requireNonNull(value);
    }
  }

  public ApiRequest {
    Objects.requireNonNull(method);
    Objects.requireNonNull(server);
    Objects.requireNonNull(rawPath);
    Objects.requireNonNull(rawQuery);
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
    Objects.requireNonNull(body);
  }

  /** The same request with other headers. */
  public ApiRequest withHeaders(List<Pair> others) {
    return new ApiRequest(method, server, rawPath, rawQuery, others, cookies, body);
  }

  /**
   * Starts a request.
   *
   * @param method the HTTP method
   * @param pathTemplate the path as written in the document, e.g. {@code /repos/{owner}}
   */
  public static Builder builder(String method, String pathTemplate) {
    return new Builder("", method, pathTemplate);
  }

  /**
   * Starts a request for an operation.
   *
   * @param operation the operation's id
   */
  public static Builder builder(String operation, String method, String pathTemplate) {
    return new Builder(operation, method, pathTemplate);
  }

  /**
   * Writes values in OpenAPI's parameter styles. A value is a string, a number, a boolean, a {@link
   * WireValue}, a list or map of these, or a {@link JsonNode}. Null, and a list or object that
   * contains only nulls, stands for an absent parameter, which is omitted.
   *
   * <p>A value that cannot be sent safely (such as a path value of {@code ..} or a line break in a
   * header) is recorded as a problem; {@link #build} throws all of them at once.
   *
   * <p>The values are also kept as they were given: see {@link #content}.
   */
  public static final class Builder {
    private final String method;
    private final PathTemplate template;
    private final ContentCollector given;
    private final Map<String, String> pathValues = new LinkedHashMap<>();
    private final List<Pair> query = new ArrayList<>();
    private final List<Pair> headers = new ArrayList<>();
    private final List<Pair> cookies = new ArrayList<>();
    private final List<ArgumentProblem> problems = new ArrayList<>();
    private @Nullable URI server;
    private @Nullable String accept;
    private @Nullable String querystring;
    private @Nullable RequestBody body;

    private Builder(String operation, String method, String pathTemplate) {
      this.method = Objects.requireNonNull(method);
      this.template = new PathTemplate(pathTemplate);
      this.given = new ContentCollector(operation, method, pathTemplate);
    }

    /**
     * Sets the operation's own server, which replaces the API's; a relative URL is resolved against
     * the API's server.
     */
    public Builder server(String url) {
      try {
        this.server = new URI(url);
      } catch (URISyntaxException invalid) {
        problem("server", "the operation's own server is not a valid URL: " + invalid.getReason());
      }
      return this;
    }

    /** A path parameter of style {@code simple}, not exploded, which is the default. */
    public Builder path(String name, Object value) {
      return path(name, value, ParameterStyle.SIMPLE);
    }

    /**
     * A path parameter. Its value must not be empty or contain a segment {@code .} or {@code ..}.
     */
    public Builder path(String name, Object value, ParameterStyle style) {
      JsonNode node = given.value("path", name, value);
      PercentEncoding encoding =
          style.allowReserved() ? PercentEncoding.RESERVED_IN_PATH : PercentEncoding.STRICT;
      String text = new SegmentWriter(encoding).expand(name, node, style);
      boolean plain = node.isValueNode() && !text.startsWith(";");
      UnicodeCheck.check(name, node, this::problem);
      note(
          name,
          RequestRules.inPath(plain ? RequestValues.text(node) : PercentEncoding.decode(text)));
      pathValues.put(name, text);
      return this;
    }

    /** A query parameter of style {@code form}, exploded, which is the default. */
    public Builder query(String name, @Nullable Object value) {
      return query(name, value, ParameterStyle.FORM.exploded());
    }

    public Builder query(String name, @Nullable Object value, ParameterStyle style) {
      PercentEncoding encoding =
          style.allowReserved() ? PercentEncoding.RESERVED_IN_QUERY : PercentEncoding.STRICT;
      JsonNode node = given.value("query", name, value);
      query.addAll(fields(new FieldWriter(PercentEncoding.STRICT, encoding), name, node, style));
      return this;
    }

    /** A query parameter of style {@code form}, exploded, in place of the one with this name. */
    public Builder replaceQuery(String name, Object value) {
      String encoded = PercentEncoding.STRICT.encode(name);
      query.removeIf(pair -> pair.name().equals(encoded));
      given.remove("query", name);
      return query(name, value);
    }

    /**
     * Adds to the query what the API's own URL of a page says and the document does not declare;
     * for clients that turn pages. Parameters that carry a credential or that are set already are
     * not sent.
     *
     * @param query percent-encoded, without question mark; empty for nothing
     */
    public Builder more(String query) {
      given.more(query);
      return this;
    }

    /**
     * Sets the entire query string (OpenAPI 3.2, {@code in: querystring}).
     *
     * @param mediaType forms are written as forms; JSON and text are percent-encoded
     */
    public Builder querystring(
        String mediaType, @Nullable JsonNode value, Map<String, FieldEncoding> encodings) {
      if (value != null && !value.isNull()) {
        given.value("querystring", "", value);
        RequestBody whole = new BodyWriter(encodings, this::problem).write(mediaType, value);
        String text = new String(whole.bytes(), StandardCharsets.UTF_8);
        boolean form = MediaKind.of(mediaType) == MediaKind.FORM;
        querystring = form ? text : PercentEncoding.STRICT.encode(text);
      }
      return this;
    }

    /** A header parameter of style {@code simple}, not exploded, which is the default. */
    public Builder header(String name, @Nullable Object value) {
      return header(name, value, ParameterStyle.SIMPLE);
    }

    /** A header parameter; its value is sent as is, without percent-encoding. */
    public Builder header(String name, @Nullable Object value, ParameterStyle style) {
      JsonNode node = given.value("header", name, value);
      boolean json = style.kind() == ParameterStyle.Kind.JSON && !node.isNull();
      if (json || RequestValues.defined(node).isPresent()) {
        String text = new SegmentWriter(PercentEncoding.NONE).expand(name, node, style);
        UnicodeCheck.check(name, node, this::problem);
        note(name, RequestRules.name(name));
        note(name, RequestRules.inHeader(text));
        headers.add(new Pair(name, text));
      }
      return this;
    }

    /** A header parameter of style {@code simple}, in place of the one with this name. */
    public Builder replaceHeader(String name, Object value) {
      headers.removeIf(pair -> pair.name().equalsIgnoreCase(name));
      given.remove("header", name);
      return header(name, value);
    }

    /**
     * The media types accepted in the response (RFC 9110, section 12.5.1). A header parameter named
     * {@code Accept} takes precedence.
     */
    public Builder accept(String mediaTypes) {
      accept = mediaTypes;
      return this;
    }

    /** A cookie parameter of style {@code form}, exploded, which is the default. */
    public Builder cookie(String name, @Nullable Object value) {
      return cookie(name, value, ParameterStyle.FORM.exploded());
    }

    /** A cookie parameter; percent-encoded unless its style is {@code cookie}. */
    public Builder cookie(String name, @Nullable Object value, ParameterStyle style) {
      PercentEncoding encoding = cookieEncoding(style);
      JsonNode node = given.value("cookie", name, value);
      for (Pair pair : fields(new FieldWriter(encoding, encoding), name, node, style)) {
        note(name, RequestRules.name(pair.name()));
        note(name, RequestRules.inCookie(pair.value()));
        cookies.add(pair);
      }
      return this;
    }

    private static PercentEncoding cookieEncoding(ParameterStyle style) {
      if (style.kind() == ParameterStyle.Kind.COOKIE) {
        return PercentEncoding.NONE;
      }
      return style.allowReserved() ? PercentEncoding.RESERVED : PercentEncoding.STRICT;
    }

    private List<Pair> fields(
        FieldWriter writer, String name, JsonNode node, ParameterStyle style) {
      UnicodeCheck.check(name, node, this::problem);
      return node.isNull() ? List.of() : writer.expand(name, node, style);
    }

    /** A body in the default encoding of its media type; null omits it. */
    public Builder body(String mediaType, @Nullable JsonNode value) {
      return body(mediaType, value, Map.of());
    }

    /**
     * A body with fields that do not use the default encoding.
     *
     * <p>JSON is sent as is, including nulls and the digits of numbers. Text and XML are given as a
     * string, other bytes as a Base64 string or as {@code {"filename", "contentType", "base64"}},
     * which also denotes a file in a multipart form. Nothing is read from disk.
     *
     * @param mediaType a range such as {@code image/*} is replaced by the media type of the file
     * @param encodings the encodings of form fields that do not use the default (OpenAPI 3.2,
     *     "Encoding Object")
     */
    public Builder body(
        String mediaType, @Nullable JsonNode value, Map<String, FieldEncoding> encodings) {
      if (value != null) {
        given.body(mediaType, value);
        body = new BodyWriter(encodings, this::problem).write(mediaType, value);
      }
      return this;
    }

    /** A body built by hand; null omits it. */
    public Builder body(@Nullable RequestBody value) {
      given.writtenBody(value != null);
      body = value;
      return this;
    }

    /**
     * The values of the request as they were given, for a client that has them checked against the
     * API's document before it sends them.
     *
     * @throws InvalidArgumentsException if the body was built by hand, because its content is not
     *     known
     */
    public RequestContent content() {
      return given.content();
    }

    /** The id of the operation; empty if the request is not for a declared operation. */
    public String operation() {
      return given.operation();
    }

    /**
     * Builds the request.
     *
     * @throws InvalidArgumentsException with every value that cannot be sent safely
     */
    public ApiRequest build() {
      template
          .missing(pathValues)
          .forEach(name -> problem(name, "is required because it is part of the path"));
      String path = template.expandPath(pathValues);
      if (problems.isEmpty() && leadsElsewhere(path)) {
        problem("path", "the values produce a path segment . or .. in " + path);
      }
      if (!problems.isEmpty()) {
        throw new InvalidArgumentsException(problems);
      }
      return new ApiRequest(
          method,
          Optional.ofNullable(server),
          path,
          wholeQuery(),
          wholeHeaders(),
          cookies,
          Optional.ofNullable(body));
    }

    private List<Pair> wholeHeaders() {
      boolean chosen = headers.stream().anyMatch(pair -> pair.name().equalsIgnoreCase("Accept"));
      if (accept == null || chosen) {
        return headers;
      }
      return Stream.concat(Stream.of(new Pair("Accept", accept)), headers.stream()).toList();
    }

    private static boolean leadsElsewhere(String path) {
      return RequestRules.mayHaveDots(path)
          && SLASH.splitAsStream(path).anyMatch(RequestRules::isDotSegment);
    }

    private String wholeQuery() {
      String named = querystring == null ? FormBody.join(query) : querystring;
      return Stream.of(template.expandQuery(pathValues), named, given.more())
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining("&"));
    }

    private void note(String name, Optional<String> problem) {
      problem.ifPresent(message -> problem(name, message));
    }

    private void problem(String place, String message) {
      problems.add(new ArgumentProblem(place, message));
    }
  }
}
