package dev.dragoman.testing;

import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as text: method and target, the headers that the operation determines sorted by name,
 * and after an empty line the body, if there is one. The boundary of a multipart body, which the
 * sender generates (RFC 2046, section 5.1.1), is replaced by {@value #BOUNDARY}.
 */
public final class WireText {
  /** Replaces the boundary of a multipart body. */
  public static final String BOUNDARY = "BOUNDARY";

  private static final Pattern BOUNDARY_PARAMETER =
      Pattern.compile("(?i)^multipart/.*;\\s*boundary=\"?([^\\s;\"]+)");

  /**
   * Headers that the sender determines, which are the same for every operation, or depend on the
   * caller.
   */
  private static final Set<String> SENDERS =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private WireText() {}

  /** The text of a request before it is sent. */
  public static String of(ApiRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request.headers().forEach(header -> put(headers, header.name(), header.value()));
    if (!request.cookies().isEmpty()) {
      headers.put("cookie", cookies(request.cookies()));
    }
    request.body().ifPresent(body -> headers.put("content-type", body.contentType()));
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    byte[] body = request.body().map(RequestBody::bytes).orElseGet(() -> new byte[0]);
    return of(request.method() + " " + request.rawPath() + query, headers, body);
  }

  private static String cookies(List<Pair> cookies) {
    return cookies.stream()
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }

  static void put(Map<String, String> headers, String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    headers.merge(key, value, (before, more) -> before + ", " + more);
  }

  /**
   * The text of a received request.
   *
   * @param line the method and the target
   * @param headers values by lower-case name
   * @param body its bytes; empty for a request without body
   */
  public static String of(String line, Map<String, String> headers, byte[] body) {
    Map<String, String> shown = new TreeMap<>(headers);
    shown.keySet().removeAll(SENDERS);
    byte[] content = body;
    Matcher multipart = BOUNDARY_PARAMETER.matcher(headers.getOrDefault("content-type", ""));
    if (multipart.find()) {
      String boundary = multipart.group(1);
      shown.computeIfPresent("content-type", (name, type) -> type.replace(boundary, BOUNDARY));
      String bytes = new String(body, StandardCharsets.ISO_8859_1);
      content =
          bytes.replace("--" + boundary, "--" + BOUNDARY).getBytes(StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(line).append('\n');
    shown.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    if (content.length > 0) {
      text.append('\n').append(text(content));
    }
    return text.toString();
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return "base64 " + Base64.getEncoder().encodeToString(body);
    }
  }
}
