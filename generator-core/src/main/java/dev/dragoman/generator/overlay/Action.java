package dev.dragoman.generator.overlay;

import dev.dragoman.generator.jsonpath.JsonPath;
import dev.dragoman.generator.model.Json;

/**
 * One action of an overlay (Overlay 1.1, "Action Object").
 *
 * @param target what it changes
 * @param change how it changes the target
 * @param text the target as written, for messages
 */
record Action(JsonPath target, Change change, Json.Str text) {

  /** How an action changes its target. */
  sealed interface Change {}

  /** Removes the target. */
  record Remove() implements Change {}

  /** Merges a value into the target. */
  record Update(Json value) implements Change {}

  /** Merges another value of the document into the target. */
  record Copy(JsonPath source, Json.Str text) implements Change {}
}
