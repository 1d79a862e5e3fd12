package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.request.ApiRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cookies of a request. Some documents declare the {@code Cookie} field itself as a header
 * parameter; because a request has only one such field (RFC 6265, section 5.4), its cookies are
 * sent together with those of the cookie parameters.
 */
final class Cookies {
  private Cookies() {}

  /** Each cookie as {@code name=value}. */
  static List<String> of(ApiRequest request) {
    if (request.cookies().isEmpty() && !hasHeader(request)) {
      return List.of();
    }
    Stream<String> fromHeader =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("cookie"))
            .flatMap(header -> Stream.of(header.value().split(";")))
            .map(String::strip)
            .filter(cookie -> !cookie.isEmpty());
    Stream<String> fromParameters =
        request.cookies().stream().map(cookie -> cookie.name() + "=" + cookie.value());
    return Stream.concat(fromHeader, fromParameters).toList();
  }

  private static boolean hasHeader(ApiRequest request) {
    return request.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("cookie"));
  }
}
