package dev.dragoman.runtime.catalog;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The catalog's JSON format: numbers keep the digits of the document. */
final class CatalogJson {
  /** Without limits: the catalog is written by the generator and read from the server's own jar. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10_000)
                          .maxNameLength(Integer.MAX_VALUE)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private CatalogJson() {}

  /** The text as a JSON string, with its quotes. */
  static String quote(String text) {
    return MAPPER.writeValueAsString(text);
  }

  /**
   * JSON text without line breaks. Between tokens a line break is equivalent to a space, and inside
   * strings it must be escaped (RFC 8259, section 7), so no parsing is needed.
   */
  static String onOneLine(String json) {
    return json.replace('\n', ' ').replace('\r', ' ');
  }
}
