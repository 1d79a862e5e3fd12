package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.HashMap;
import java.util.Map;

/**
 * The anchors of a YAML document, and how much their aliases add to it. An alias shares its
 * anchor's value, so the tree stays small; but every walk of the tree visits the value again, so
 * that a few lines of nested aliases can represent billions of values.
 */
final class YamlAliases {
  /**
   * An anchored value.
   *
   * @param values the number of values in it, including itself and those behind its own aliases
   * @param height the nesting of collections in it; 0 for a scalar
   */
  record Anchored(Json value, long values, int height) {}

  private final ReadLimits limits;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int collections;
  private long added;

  YamlAliases(ReadLimits limits) {
    this.limits = limits;
  }

  /** Adds an anchor; a later one of the same name replaces it (YAML 1.2.2, section 3.2.2.2). */
  void anchor(String name, Anchored anchored) {
    anchors.put(name, anchored);
  }

  /**
   * The value of an alias, which is counted.
   *
   * @throws LocatedException if there is no such anchor, or aliases add too many values
   */
  Anchored find(String name, Location alias) {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new LocatedException(
          SpecProblem.YAML_FEATURE,
          alias,
          "The alias *%s does not refer to a complete anchor before it.".formatted(name),
          "Repeat the value or use a $ref.");
    }
    if (anchored.height() > 0) {
      collections++;
      added += anchored.values();
      if (added > limits.aliasedValues()) {
        throw tooMany(alias);
      }
    }
    return anchored;
  }

  /**
   * Checks the number of aliases at the end of the document.
   *
   * @param all the number of values in the document, including those added by aliases
   * @throws LocatedException if there are too many
   */
  void check(long all, Location document) {
    if (collections > limits.aliases() && added > all - added) {
      throw tooMany(document);
    }
  }

  private LocatedException tooMany(Location location) {
    return new LocatedException(
        SpecProblem.LIMIT,
        location,
        "The document's %d YAML aliases of collections add %d values to it."
            .formatted(collections, added),
        "Use $ref instead of YAML aliases.");
  }
}
