package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** A few valid bytes of a media type, for mock responses. */
final class SampleBytes {
  /** The smallest PNG: one transparent pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
          + "gg==";

  private static final String GIF = "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

  private SampleBytes() {}

  /** The bytes for a media type; ordinary text for unknown types. */
  static byte[] of(String mediaType) {
    return switch (mediaType) {
      case "image/png", "image/*" -> Base64.getDecoder().decode(PNG);
      case "image/gif" -> Base64.getDecoder().decode(GIF);
      case "application/pdf" -> "%PDF-1.4\n%%EOF\n".getBytes(UTF_8);
      case "application/xml", "text/xml" -> "<example/>".getBytes(UTF_8);
      case "text/html" -> "<!doctype html><title>Example</title>".getBytes(UTF_8);
      case "text/csv" -> "id,name\n1,example\n".getBytes(UTF_8);
      default -> "example".getBytes(UTF_8);
    };
  }
}
