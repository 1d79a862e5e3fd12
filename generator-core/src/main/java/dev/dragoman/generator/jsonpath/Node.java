package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selected value and the path to it.
 *
 * @param holder the object or array that contains it; null for the root
 * @param step the member's name or the item's index; null for the root
 * @param value the value
 */
public record Node(@Nullable Node holder, @Nullable Object step, Json value) {

  static Node root(Json value) {
    return new Node(null, null, value);
  }

  Node child(Object next, Json nextValue) {
    return new Node(this, next, nextValue);
  }

  /** The names and indexes on the path from the root to the value. */
  public List<Object> path() {
    Deque<Object> steps = new ArrayDeque<>();
    Node at = this;
    while (at != null && at.step != null) {
      steps.push(at.step);
      at = at.holder;
    }
    return List.copyOf(steps);
  }
}
