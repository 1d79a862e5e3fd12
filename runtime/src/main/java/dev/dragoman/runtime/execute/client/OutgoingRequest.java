package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as it is sent. Immutable. */
public final class OutgoingRequest {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Methods whose content length is sent even if the content is empty (RFC 9110, section 8.6). */
  private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

  private final String method;
  private final URI url;
  private final List<Pair> headers;
  private final byte @Nullable [] content;

  /**
   * Creates a request.
   *
   * @param method a token (RFC 9110, section 9.1)
   * @param url absolute, http or https, without user information and fragment
   * @param headers in the order in which they are sent; {@code Host} and {@code Content-Length} are
   *     added
   * @param body the content; empty if there is none
   * @throws IllegalArgumentException if the method or a header cannot be sent
   */
  public OutgoingRequest(String method, URI url, List<Pair> headers, Optional<RequestBody> body) {
    if (!TOKEN.matcher(method).matches()) {
      throw new IllegalArgumentException("the method is not a token");
    }
    headers.forEach(OutgoingRequest::check);
    this.method = method;
    this.url = url;
    this.content = body.map(RequestBody::bytes).orElse(null);
    Stream<Pair> host = Stream.of(new Pair("Host", url.getRawAuthority()));
    this.headers =
        Stream.of(host, headers.stream(), contentLength().stream()).flatMap(one -> one).toList();
  }

  private static void check(Pair header) {
    if (!TOKEN.matcher(header.name()).matches()) {
      throw new IllegalArgumentException("the name of a header is not a token");
    }
    if (!header.value().chars().allMatch(OutgoingRequest::isSendable)) {
      throw new IllegalArgumentException(
          "the value of the header " + header.name() + " contains a character that HTTP forbids");
    }
  }

  /** RFC 9110, section 5.5: visible characters, spaces, tabs and, as bytes, ISO 8859-1. */
  private static boolean isSendable(int unit) {
    return unit == '\t' || (unit >= ' ' && unit < 0x7F) || (unit >= 0xA0 && unit <= 0xFF);
  }

  private Optional<Pair> contentLength() {
    if (content == null && !WITH_CONTENT.contains(method)) {
      return Optional.empty();
    }
    int length = content == null ? 0 : content.length;
    return Optional.of(new Pair("Content-Length", String.valueOf(length)));
  }

  public String method() {
    return method;
  }

  public URI url() {
    return url;
  }

  /** All headers, with {@code Host} and {@code Content-Length}. */
  public List<Pair> headers() {
    return headers;
  }

  /** The content; must not be modified. */
  byte @Nullable [] content() {
    return content;
  }

  /** The request target: path and query. */
  String target() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
