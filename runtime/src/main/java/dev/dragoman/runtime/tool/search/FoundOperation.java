package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.catalog.OperationCard;

/**
 * A hit of a search in one or several APIs.
 *
 * @param source the position of its API
 */
record FoundOperation(int source, OperationCard card) {

  /** Distinguishes operations of all APIs. */
  String key() {
    return source + " " + card.id();
  }
}
