package dev.dragoman.generator.plan.wire.expected;

import java.util.Locale;
import java.util.Set;

/** The media types whose format follows from a specification that this package implements. */
enum Media {
  JSON,
  JSON_LINES,
  FORM,
  FORM_DATA,
  /** Text and XML, supplied as a string. */
  TEXT,
  /** Supplied in Base64. */
  BYTES,
  /** Ranges, and formats that this package does not support. */
  UNKNOWN;

  private static final Set<String> LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  private static final Set<String> BINARY =
      Set.of("application/octet-stream", "application/pdf", "application/zip");

  /** The kind of a media type by its name. */
  static Media of(String mediaType) {
    String type = mediaType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    if (type.contains("*") || type.contains(",")) {
      return UNKNOWN;
    } else if (type.equals("application/json") || type.endsWith("+json")) {
      return JSON;
    } else if (type.equals("application/x-www-form-urlencoded")) {
      return FORM;
    } else if (type.equals("multipart/form-data")) {
      return FORM_DATA;
    } else if (LINES.contains(type)) {
      return JSON_LINES;
    } else if (type.endsWith("+xml") || type.equals("application/xml")) {
      return TEXT;
    } else if (type.startsWith("text/") && !type.contains("json")) {
      return TEXT;
    }
    return BINARY.contains(type) || type.matches("(image|audio|video)/.+") ? BYTES : UNKNOWN;
  }
}
