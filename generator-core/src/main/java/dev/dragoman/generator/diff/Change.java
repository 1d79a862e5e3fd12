package dev.dragoman.generator.diff;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One change.
 *
 * @param effect its effect on agents and existing calls
 * @param code a stable, searchable code, e.g. {@code parameter-moved}
 * @param place the location inside the operation or shared schema; empty for a complete operation
 * @param what one sentence without its subject and full stop
 * @param operations ids of all affected operations, sorted; none for a change of the API as a whole
 */
public record Change(
    ChangeEffect effect, String code, String place, String what, Set<String> operations) {
  public Change {
    Objects.requireNonNull(effect);
    Objects.requireNonNull(code);
    Objects.requireNonNull(place);
    Objects.requireNonNull(what);
    operations = Collections.unmodifiableSet(new TreeSet<>(operations));
  }

  /** This change, affecting the given operations. */
  Change touching(Collection<String> ids) {
    return new Change(effect, code, place, what, Set.copyOf(ids));
  }
}
