package dev.dragoman.runtime.page;

/**
 * Where the page links to, relative to its own address: a gateway may have removed a prefix of the
 * path.
 *
 * @param up the way from the page's folder to the folder of the endpoint, such as {@code ../};
 *     empty if they are the same
 */
record PageLinks(String up) {
  String endpoint() {
    return up + "mcp";
  }

  String openApi() {
    return up + "openapi.json";
  }

  String health() {
    return up + "healthz";
  }

  String markdown() {
    return "index.md";
  }

  String llms() {
    return "llms.txt";
  }
}
