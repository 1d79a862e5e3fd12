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
 * One HTTP request to the API, every byte of it decided, the credential and the server left out.
 *
 * @param method the HTTP method
 * @param server the operation's own server, when the document gives it one
 * @param rawPath the path, percent-encoded, starting with a slash
 * @param rawQuery the query, percent-encoded, without question mark; empty when there is none
 * @param headers names and values in the order of the document, cookies not among them
 * @param cookies names and values as they go into {@code Cookie}
 * @param body the body, when the request has one
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

  /** A name and its value as they stand on the wire. */
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
   * @param pathTemplate the path as the document has it, e.g. {@code /repos/{owner}}
   */
  public static Builder builder(String method, String pathTemplate) {
    return new Builder(method, pathTemplate);
  }

  /**
   * Writes values in the styles of OpenAPI. A value is a string, a number, a boolean, a {@link
   * WireValue}, a list or map of such, or a {@link JsonNode}; null, and a list or object without
   * any other member, stands for an absent parameter, which is left out.
   *
   * <p>A value that cannot be sent safely (a path value of {@code ..}, a line break in a header) is
   * kept as a problem; {@link #build} throws them all at once.
   */
  public static final class Builder {
    private final String method;
    private final PathTemplate template;
    private final Map<String, String> pathValues = new LinkedHashMap<>();
    private final List<Pair> query = new ArrayList<>();
    private final List<Pair> headers = new ArrayList<>();
    private final List<Pair> cookies = new ArrayList<>();
    private final List<ArgumentProblem> problems = new ArrayList<>();
    private @Nullable URI server;
    private @Nullable String accept;
    private @Nullable String querystring;
    private @Nullable RequestBody body;

    private Builder(String method, String pathTemplate) {
      this.method = Objects.requireNonNull(method);
      this.template = new PathTemplate(pathTemplate);
    }

    /**
     * The operation's own server, in place of the API's; a relative one is meant relative to the
     * API's.
     */
    public Builder server(String url) {
      try {
        this.server = new URI(url);
      } catch (URISyntaxException invalid) {
        problem("server", "the operation's own server is no URL: " + invalid.getReason());
      }
      return this;
    }

    /** Style {@code simple}, not exploded: the default of a path parameter. */
    public Builder path(String name, Object value) {
      return path(name, value, ParameterStyle.SIMPLE);
    }

    /** A path parameter. It can be neither empty nor hold a segment {@code .} or {@code ..}. */
    public Builder path(String name, Object value, ParameterStyle style) {
      JsonNode node = RequestValues.of(value);
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

    /** Style {@code form}, exploded: the default of a query parameter. */
    public Builder query(String name, @Nullable Object value) {
      return query(name, value, ParameterStyle.FORM.exploded());
    }

    public Builder query(String name, @Nullable Object value, ParameterStyle style) {
      PercentEncoding encoding =
          style.allowReserved() ? PercentEncoding.RESERVED_IN_QUERY : PercentEncoding.STRICT;
      query.addAll(fields(new FieldWriter(PercentEncoding.STRICT, encoding), name, value, style));
      return this;
    }

    /**
     * The query as a whole (OpenAPI 3.2, {@code in: querystring}).
     *
     * @param mediaType a form is written as a form; JSON and text are percent-encoded
     */
    public Builder querystring(
        String mediaType, @Nullable JsonNode value, Map<String, FieldEncoding> encodings) {
      if (value != null && !value.isNull()) {
        RequestBody whole = new BodyWriter(encodings, this::problem).write(mediaType, value);
        String text = new String(whole.bytes(), StandardCharsets.UTF_8);
        boolean form = MediaKind.of(mediaType) == MediaKind.FORM;
        querystring = form ? text : PercentEncoding.STRICT.encode(text);
      }
      return this;
    }

    /** Style {@code simple}, not exploded: the default of a header parameter. */
    public Builder header(String name, @Nullable Object value) {
      return header(name, value, ParameterStyle.SIMPLE);
    }

    /** A header parameter; its value is sent as it is, not percent-encoded. */
    public Builder header(String name, @Nullable Object value, ParameterStyle style) {
      JsonNode node = RequestValues.of(value);
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

    /**
     * The media types wanted of the answer (RFC 9110, section 12.5.1), unless a header parameter
     * called {@code Accept} has a value.
     */
    public Builder accept(String mediaTypes) {
      accept = mediaTypes;
      return this;
    }

    /** Style {@code form}, exploded: the default of a cookie parameter. */
    public Builder cookie(String name, @Nullable Object value) {
      return cookie(name, value, ParameterStyle.FORM.exploded());
    }

    /** A cookie parameter; percent-encoded unless its style is {@code cookie}. */
    public Builder cookie(String name, @Nullable Object value, ParameterStyle style) {
      PercentEncoding encoding = cookieEncoding(style);
      for (Pair pair : fields(new FieldWriter(encoding, encoding), name, value, style)) {
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
        FieldWriter writer, String name, @Nullable Object value, ParameterStyle style) {
      JsonNode node = RequestValues.of(value);
      UnicodeCheck.check(name, node, this::problem);
      return node.isNull() ? List.of() : writer.expand(name, node, style);
    }

    /** A body in the default encoding of its media type; null leaves it out. */
    public Builder body(String mediaType, @Nullable JsonNode value) {
      return body(mediaType, value, Map.of());
    }

    /**
     * A body whose fields are not all written the default way.
     *
     * <p>JSON is sent as it is, nulls and digits kept. Text and XML are given as a string, other
     * bytes as a Base64 string or as {@code {"filename", "contentType", "base64"}}, which is a file
     * of a multipart form, too. Nothing is read from disk.
     *
     * @param mediaType a range such as {@code image/*} is sent as the media type of the file
     * @param encodings how the fields of a form are written where it is not the default (OpenAPI
     *     3.2, "Encoding Object")
     */
    public Builder body(
        String mediaType, @Nullable JsonNode value, Map<String, FieldEncoding> encodings) {
      if (value != null) {
        body = new BodyWriter(encodings, this::problem).write(mediaType, value);
      }
      return this;
    }

    /** A body made by hand; null leaves it out. */
    public Builder body(@Nullable RequestBody value) {
      body = value;
      return this;
    }

    /**
     * The request.
     *
     * @throws InvalidArgumentsException with every value that cannot be sent safely
     */
    public ApiRequest build() {
      template.missing(pathValues).forEach(name -> problem(name, "is required: part of the path"));
      String path = template.expandPath(pathValues);
      if (problems.isEmpty() && leadsElsewhere(path)) {
        problem("path", "the values make a path segment . or .. out of " + path);
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
      return SLASH.splitAsStream(path).anyMatch(RequestRules::isDotSegment);
    }

    private String wholeQuery() {
      String given = querystring == null ? FormBody.join(query) : querystring;
      return Stream.of(template.expandQuery(pathValues), given)
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
