package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ForeignText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The hits of a search as values for a script. */
final class ScriptSearch {
  private static final int MOST_HITS = 10;
  private static final int QUERY_CHARACTERS = 500;

  private ScriptSearch() {}

  static ArrayNode hits(ApiOperations operations, Caller caller, String query) {
    ArrayNode hits = JsonNodeFactory.instance.arrayNode();
    String words = query.substring(0, Math.min(query.length(), QUERY_CHARACTERS));
    for (OperationCard card : operations.search(words, operations.within(caller), MOST_HITS)) {
      hits.addObject()
          .put("operation", card.id())
          .put("method", card.method())
          .put("path", card.path())
          .put("summary", ForeignText.line(card.summary()))
          .put("access", card.access().word())
          .put("parameters", ForeignText.line(card.parameters()))
          .put("body", ForeignText.line(card.body()));
    }
    return hits;
  }
}
