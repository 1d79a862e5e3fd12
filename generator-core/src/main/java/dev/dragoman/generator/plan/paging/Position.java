package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.PagingPlan.Place;
import java.util.Set;

/**
 * A parameter, or a member of the request body, that may concern pages.
 *
 * @param name its name on the wire, or its path in the body
 * @param argument the name that agents use for it
 * @param names its names without case and punctuation: a member has one with its wrapper, too
 * @param description empty if there is none
 */
record Position(
    Place place,
    String name,
    String argument,
    Set<String> names,
    Json schema,
    String description,
    boolean deprecated) {
  Position {
    names = Set.copyOf(names);
  }

  boolean isNamed(String plain) {
    return names.contains(plain);
  }
}
