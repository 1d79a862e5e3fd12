package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.server.http.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The headers that repeat values of the body so that intermediaries can route by them: they must
 * match the body (MCP 2026-07-28, "Server Validation").
 */
final class ModernHeaders {
  static final String VERSION = "MCP-Protocol-Version";
  private static final String ENCODED = "=?base64?";
  private static final String ENCODED_END = "?=";

  private ModernHeaders() {}

  /** The mismatch, if any, between the headers and a request that declares its version. */
  static Optional<String> mismatch(HttpExchange exchange, Request request, String declared) {
    return differs(exchange, VERSION, declared)
        .or(() -> differs(exchange, "Mcp-Method", request.method()))
        .or(() -> nameMismatch(exchange, request));
  }

  private static Optional<String> nameMismatch(HttpExchange exchange, Request request) {
    if (!request.method().equals("tools/call")) {
      return Optional.empty();
    }
    return request.name().flatMap(name -> differs(exchange, "Mcp-Name", name));
  }

  private static Optional<String> differs(HttpExchange exchange, String header, String expected) {
    List<String> values = exchange.headers(header);
    if (values.size() != 1) {
      return Optional.of("Header mismatch: " + header + " must be present once.");
    }
    return decode(values.get(0)).filter(expected::equals).isPresent()
        ? Optional.empty()
        : Optional.of("Header mismatch: " + header + " does not match the body.");
  }

  /** The value in {@code =?base64?…?=}; empty if it is not Base64-encoded UTF-8. */
  private static Optional<String> decode(String value) {
    if (!value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
      return Optional.of(value);
    }
    int end = value.length() - ENCODED_END.length();
    if (end < ENCODED.length()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(value.substring(ENCODED.length(), end));
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
