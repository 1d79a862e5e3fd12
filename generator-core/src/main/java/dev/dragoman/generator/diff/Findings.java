package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes found in one operation or one pair of shared schemas, and the pairs of schemas that
 * it refers to.
 */
final class Findings {
  private final List<Change> changes = new ArrayList<>();
  private final Set<SchemaPair> uses = new LinkedHashSet<>();

  /** Adds a change with a known effect. */
  void add(ChangeEffect effect, String code, String place, String what) {
    changes.add(new Change(effect, code, place, what, Set.of()));
  }

  /** Adds a change of allowed values, whose effect depends on the direction. */
  void add(Direction direction, Shift shift, String code, String place, String what) {
    add(direction.effect(shift), code, place, what);
  }

  /**
   * Records a reference to a pair of shared schemas, whose changes also affect this operation or
   * pair.
   */
  void use(SchemaPair pair) {
    uses.add(pair);
  }

  /** The changes, without the operations that they affect. */
  List<Change> changes() {
    return changes;
  }

  /** The pairs referred to directly. */
  Set<SchemaPair> uses() {
    return uses;
  }
}
