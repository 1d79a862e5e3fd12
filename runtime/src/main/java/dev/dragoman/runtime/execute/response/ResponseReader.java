package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Turns what the HTTP client hands over into an answer. */
public final class ResponseReader {
  private static final Pattern COMMA = Pattern.compile(",");

  private ResponseReader() {}

  /**
   * The answer, its body decoded, and whole unless it is a stream.
   *
   * @throws UpstreamException if the body is cut short, broken or too long
   */
  public static ApiResponse read(
      HttpResponse<BoundedBody.Received> response,
      String method,
      int maxBytes,
      ResponseMemory.Share memory) {
    boolean isCut = response.body().isCut();
    byte[] wire = response.body().bytes().shared();
    if (!isCut) {
      checkLength(response, method, wire.length);
    }
    List<String> codings =
        response.headers().allValues("content-encoding").stream()
            .flatMap(COMMA::splitAsStream)
            .toList();
    byte[] body = new ContentDecoder(maxBytes, memory).decode(wire, codings);
    Optional<String> contentType = response.headers().firstValue("content-type");
    return new ApiResponse(
        response.statusCode(),
        pairs(response.headers()),
        contentType,
        ApiResponse.Bytes.given(body),
        isCut);
  }

  /** The JDK's client takes a body that ends early for a whole one. */
  private static void checkLength(
      HttpResponse<BoundedBody.Received> response, String method, int length) {
    int status = response.statusCode();
    boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
    OptionalLong declared = declaredLength(response.headers());
    if (!bodiless && declared.isPresent() && declared.getAsLong() != length) {
      throw new UpstreamException(
          Fault.BROKEN,
          "The API's answer was cut short: "
              + length
              + " of "
              + declared.getAsLong()
              + " bytes came.");
    }
  }

  private static OptionalLong declaredLength(HttpHeaders headers) {
    try {
      return headers.firstValueAsLong("content-length");
    } catch (NumberFormatException noNumber) {
      return OptionalLong.empty();
    }
  }

  private static List<Pair> pairs(HttpHeaders headers) {
    List<Pair> pairs = new ArrayList<>();
    headers
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !name.equalsIgnoreCase("content-encoding")) {
                values.forEach(value -> pairs.add(new Pair(name.toLowerCase(Locale.ROOT), value)));
              }
            });
    return pairs;
  }
}
