package dev.dragoman.generator.overlay;

import dev.dragoman.generator.jsonpath.JsonPath;
import dev.dragoman.generator.model.Json;

/**
 * One change (Overlay 1.1, "Action Object").
 *
 * @param target what it changes
 * @param change what becomes of that
 * @param text the target as it is written, for messages
 */
record Action(JsonPath target, Change change, Json.Str text) {

  /** What becomes of a target. */
  sealed interface Change {}

  /** It goes. */
  record Remove() implements Change {}

  /** A value is merged into it. */
  record Update(Json value) implements Change {}

  /** Another value of the document is merged into it. */
  record Copy(JsonPath source, Json.Str text) implements Change {}
}
