package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.request.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes a request as text for people and models, with every occurrence of the credential masked.
 */
final class RequestText {
  private static final int BODY_SHOWN = 20_000;
  private static final String MASK = "***";

  private RequestText() {}

  static String of(OutgoingRequest request, Optional<RequestBody> body, List<String> secrets) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.url()).append('\n');
    request
        .headers()
        .forEach(one -> text.append(one.name()).append(": ").append(one.value()).append('\n'));
    body.ifPresent(bytes -> text.append('\n').append(body(bytes)));
    return mask(text.toString(), secrets);
  }

  private static String mask(String text, List<String> secrets) {
    List<String> longestFirst =
        secrets.stream()
            .filter(secret -> !secret.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String masked = text;
    for (String secret : longestFirst) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }

  private static String body(RequestBody body) {
    byte[] bytes = body.bytes();
    if (bytes.length > BODY_SHOWN) {
      return "(" + bytes.length + " bytes)";
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return "(" + bytes.length + " bytes that are no text)";
    }
  }
}
