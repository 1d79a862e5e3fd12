package dev.dragoman.runtime;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
   * WireValue}, a list of such, or a {@link JsonNode}; null stands for an absent parameter, which
   * is left out.
   *
   * <p>A value that cannot be sent safely (a path value of {@code ..}, a line break in a header) is
   * kept as a problem; {@link #build} throws them all at once.
   */
  public static final class Builder {
    private final String method;
    private final String pathTemplate;
    private @Nullable URI server;
    private final Map<String, String> pathValues = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private final List<Pair> headers = new ArrayList<>();
    private final List<Pair> cookies = new ArrayList<>();
    private @Nullable RequestBody body;

    private Builder(String method, String pathTemplate) {
      this.method = method;
      this.pathTemplate = pathTemplate;
    }

    /** The operation's own server, in place of the API's. */
    public Builder server(String url) {
      this.server = URI.create(url);
      return this;
    }

    /** Style {@code simple}, not exploded: the default of a path parameter. */
    public Builder path(String name, Object value) {
      return path(name, value, ParameterStyle.SIMPLE);
    }

    public Builder path(String name, Object value, ParameterStyle style) {
      pathValues.put(name, String.valueOf(value));
      return this;
    }

    /** Style {@code form}, exploded: the default of a query parameter. */
    public Builder query(String name, @Nullable Object value) {
      return query(name, value, ParameterStyle.FORM.exploded());
    }

    public Builder query(String name, @Nullable Object value, ParameterStyle style) {
      if (value != null) {
        query.add(name + "=" + value);
      }
      return this;
    }

    /** Style {@code simple}, not exploded: the default of a header parameter. */
    public Builder header(String name, @Nullable Object value) {
      return header(name, value, ParameterStyle.SIMPLE);
    }

    public Builder header(String name, @Nullable Object value, ParameterStyle style) {
      if (value != null) {
        headers.add(new Pair(name, value.toString()));
      }
      return this;
    }

    /** Style {@code form}, exploded: the default of a cookie parameter. */
    public Builder cookie(String name, @Nullable Object value) {
      return cookie(name, value, ParameterStyle.FORM.exploded());
    }

    public Builder cookie(String name, @Nullable Object value, ParameterStyle style) {
      if (value != null) {
        cookies.add(new Pair(name, value.toString()));
      }
      return this;
    }

    /** A body in the default encoding of its media type; null leaves it out. */
    public Builder body(String mediaType, @Nullable JsonNode value) {
      return body(mediaType, value, Map.of());
    }

    /**
     * A body whose fields are not all written the default way.
     *
     * @param encodings how the fields of a form are written where it is not the default (OpenAPI
     *     3.1, section 4.8.15, "Encoding Object")
     */
    public Builder body(
        String mediaType, @Nullable JsonNode value, Map<String, ParameterStyle> encodings) {
      if (value != null) {
        body =
            new RequestBody(
                mediaType, value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      return this;
    }

    /**
     * The request.
     *
     * @throws InvalidArgumentsException with every value that cannot be sent safely
     */
    public ApiRequest build() {
      String path = pathTemplate;
      for (Map.Entry<String, String> value : pathValues.entrySet()) {
        path = path.replace("{" + value.getKey() + "}", value.getValue());
      }
      return new ApiRequest(
          method,
          Optional.ofNullable(server),
          path,
          String.join("&", query),
          headers,
          cookies,
          Optional.ofNullable(body));
    }
  }
}
