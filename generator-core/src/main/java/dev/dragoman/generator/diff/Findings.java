package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.Direction.Shift;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found in one operation or one pair of shared schemas, and which pairs it leads to. */
final class Findings {
  private final List<Change> changes = new ArrayList<>();
  private final Set<SchemaPair> uses = new LinkedHashSet<>();

  void add(ChangeEffect effect, String code, String place, String what) {
    changes.add(new Change(effect, code, place, what, Set.of()));
  }

  void add(Direction direction, Shift shift, String code, String place, String what) {
    add(direction.effect(shift), code, place, what);
  }

  void use(SchemaPair pair) {
    uses.add(pair);
  }

  List<Change> changes() {
    return changes;
  }

  Set<SchemaPair> uses() {
    return uses;
  }
}
