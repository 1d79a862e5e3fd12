package dev.dragoman.runtime.execute.mock;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A string that matches a schema's format and length. */
final class SampleText {
  private static final String FILLER = "string";

  /** Formats of JSON Schema (2020-12, validation, section 7.3) and of OpenAPI's registry. */
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date-time", "2026-01-15T09:30:00Z"),
          Map.entry("date", "2026-01-15"),
          Map.entry("time", "09:30:00Z"),
          Map.entry("duration", "P1D"),
          Map.entry("email", "user@example.com"),
          Map.entry("idn-email", "user@example.com"),
          Map.entry("hostname", "host.example.com"),
          Map.entry("idn-hostname", "host.example.com"),
          Map.entry("ipv4", "192.0.2.1"),
          Map.entry("ip", "192.0.2.1"),
          Map.entry("ipv6", "2001:db8::1"),
          Map.entry("uri", "https://example.com/resource"),
          Map.entry("url", "https://example.com/resource"),
          Map.entry("iri", "https://example.com/resource"),
          Map.entry("uri-reference", "/resource"),
          Map.entry("iri-reference", "/resource"),
          Map.entry("uri-template", "/resource/{id}"),
          Map.entry("uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"),
          Map.entry("json-pointer", "/a"),
          Map.entry("relative-json-pointer", "0"),
          Map.entry("regex", "^a$"),
          Map.entry("byte", "c3RyaW5n"),
          Map.entry("base64url", "c3RyaW5n"),
          Map.entry("password", "password"),
          Map.entry("phone", "+12025550100"),
          Map.entry("decimal", "1.0"),
          Map.entry("int64", "1"));

  private SampleText() {}

  /** A string that matches the format and, with precedence over it, the length. */
  static String of(JsonNode schema) {
    String known = FORMATS.get(schema.path("format").asString(""));
    String text = Optional.ofNullable(known).orElse(FILLER);
    int min = length(schema, "minLength", 0);
    int max = length(schema, "maxLength", Integer.MAX_VALUE);
    String filled = text.length() >= min ? text : text + "x".repeat(min - text.length());
    return filled.length() <= max ? filled : filled.substring(0, max);
  }

  /** A length; an excessive one is ignored so that a sample cannot fill the memory. */
  private static int length(JsonNode schema, String keyword, int absent) {
    JsonNode length = schema.path(keyword);
    boolean usable = length.canConvertToInt() && length.isNumber() && length.intValue() >= 0;
    return usable && (length.intValue() <= 10_000 || absent > 0) ? length.intValue() : absent;
  }
}
