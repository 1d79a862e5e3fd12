package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.HashMap;
import java.util.Map;

/**
 * The anchors of a YAML document and what their aliases add to it. An alias shares its anchor's
 * value, so the tree stays small; but whoever walks the tree meets the value again each time, which
 * is what makes a few lines of aliases mean billions of values.
 */
final class YamlAliases {
  /**
   * An anchored value.
   *
   * @param values it holds, itself and those behind its own aliases included
   * @param height of the collections in it; 0 for a scalar
   */
  record Anchored(Json value, long values, int height) {}

  private final ReadLimits limits;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int collections;
  private long added;

  YamlAliases(ReadLimits limits) {
    this.limits = limits;
  }

  void anchor(String name, Anchored anchored) {
    anchors.put(name, anchored);
  }

  /** What an alias stands for; counts it. */
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
   * Ends the document.
   *
   * @param all values of the document, with those that aliases added
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
