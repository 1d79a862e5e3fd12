package dev.dragoman.runtime.tool.confirm;

import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Identifies a request by every byte that would be sent: SHA-256, in hexadecimal. */
final class RequestDigest {
  private final MessageDigest digest = Sha256.start();

  private RequestDigest() {}

  /** The digest of a request. */
  static String of(ApiRequest request) {
    RequestDigest digest = new RequestDigest();
    digest.text(request.method());
    digest.text(request.server().map(Object::toString).orElse(""));
    digest.text(request.rawPath());
    digest.text(request.rawQuery());
    digest.pairs(request.headers());
    digest.pairs(request.cookies());
    digest.text(request.body().map(RequestBody::contentType).orElse(""));
    digest.part(request.body().map(RequestBody::bytes).orElse(new byte[0]));
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void pairs(List<ApiRequest.Pair> pairs) {
    number(pairs.size());
    for (ApiRequest.Pair pair : pairs) {
      text(pair.name());
      text(pair.value());
    }
  }

  private void text(String text) {
    part(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Prefixes the length, so that different parts never produce the same bytes. */
  private void part(byte[] bytes) {
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
