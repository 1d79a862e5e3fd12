package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.json.JsonWriter;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the catalog writes JSON. */
final class CatalogJson {
  private CatalogJson() {}

  /** The text as a JSON string, with its quotes. */
  static String quote(String text) {
    return JsonWriter.write(JsonNodeFactory.instance.stringNode(text));
  }

  /**
   * JSON text without line breaks. Between tokens a line break is equivalent to a space, and inside
   * strings it must be escaped (RFC 8259, section 7), so no parsing is needed.
   */
  static String onOneLine(String json) {
    return json.replace('\n', ' ').replace('\r', ' ');
  }
}
