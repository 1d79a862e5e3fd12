package dev.dragoman.runtime.execute.response;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.mask.CredentialMask;
import dev.dragoman.runtime.media.BodyCharset;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Masks the caller's credential in a response that repeats it, as error messages and links to the
 * next page do. The response goes to a model, which may pass its text on to anyone.
 */
public final class ResponseMask {
  private final CredentialMask mask;

  public ResponseMask(List<String> spellings) {
    this.mask = CredentialMask.of(spellings.stream().map(Secret::of).toList());
  }

  public ApiResponse mask(ApiResponse answer) {
    List<Pair> headers =
        answer.headers().stream()
            .map(pair -> new Pair(pair.name(), mask.mask(pair.value())))
            .toList();
    Optional<String> contentType = answer.contentType().map(mask::mask);
    ApiResponse masked =
        new ApiResponse(answer.status(), headers, contentType, answer.body(), answer.isCut());
    byte[] body = answer.body().shared();
    Optional<Charset> wide = BodyCharset.wide(ResponseMedia.of(contentType), body);
    return wide.isPresent() ? decoded(masked, wide.get()) : units(masked);
  }

  /**
   * Masks a body whose charset extends ASCII, or a binary one: credentials are ASCII, so each byte
   * can be treated as a character and all others stay unchanged.
   */
  private ApiResponse units(ApiResponse answer) {
    String text = new String(answer.body().shared(), ISO_8859_1);
    String masked = mask(text, answer.isCut());
    return masked.equals(text)
        ? answer
        : with(answer, answer.contentType(), masked.getBytes(ISO_8859_1));
  }

  /** Masks a body in another charset, which is converted to UTF-8 if it had to be changed. */
  private ApiResponse decoded(ApiResponse answer, Charset charset) {
    String text = new String(answer.body().shared(), charset);
    String masked = mask(text, answer.isCut());
    if (masked.equals(text)) {
      return units(answer);
    }
    String type = ResponseMedia.of(answer.contentType()).type();
    Optional<String> contentType =
        type.isEmpty() ? Optional.empty() : Optional.of(type + ";charset=utf-8");
    return with(answer, contentType, masked.getBytes(UTF_8));
  }

  private String mask(String text, boolean cut) {
    return cut ? mask.maskCut(text) : mask.mask(text);
  }

  private static ApiResponse with(ApiResponse answer, Optional<String> contentType, byte[] body) {
    return new ApiResponse(
        answer.status(),
        answer.headers(),
        contentType,
        ApiResponse.Bytes.given(body),
        answer.isCut());
  }
}
