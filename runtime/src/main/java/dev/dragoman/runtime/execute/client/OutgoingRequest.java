package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as it is sent. Immutable. */
public final class OutgoingRequest {
  /** The characters of a token besides letters and digits (RFC 9110, section 5.6.2). */
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

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
    if (!isToken(method)) {
      throw new IllegalArgumentException("the method is not a token");
    }
    headers.forEach(OutgoingRequest::check);
    this.method = method;
    this.url = url;
    this.content = body.map(RequestBody::bytes).orElse(null);
    List<Pair> all = new ArrayList<>(headers.size() + 2);
    all.add(new Pair("Host", url.getRawAuthority()));
    all.addAll(headers);
    contentLength().ifPresent(all::add);
    this.headers = List.copyOf(all);
  }

  private static void check(Pair header) {
    if (!isToken(header.name())) {
      throw new IllegalArgumentException("the name of a header is not a token");
    }
    String value = header.value();
    for (int index = 0; index < value.length(); index++) {
      if (!isSendable(value.charAt(index))) {
        throw new IllegalArgumentException(
            "the value of the header " + header.name() + " contains a character that HTTP forbids");
      }
    }
  }

  private static boolean isToken(String name) {
    for (int index = 0; index < name.length(); index++) {
      char unit = name.charAt(index);
      boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
      if (!letter && !(unit >= '0' && unit <= '9') && TOKEN_MARKS.indexOf(unit) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
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

  /** The request target for a proxy (RFC 9112, section 3.2.2). */
  String absoluteTarget() {
    return url.getScheme() + "://" + url.getRawAuthority() + target();
  }

  /** The request target: path and query. */
  String target() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
