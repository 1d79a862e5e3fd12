package dev.dragoman.generator.diff;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One change.
 *
 * @param effect what it does
 * @param code stable and searchable, e.g. {@code parameter-moved}
 * @param place where within the operation or the shared schema; empty for an operation as a whole
 * @param what one sentence without its full stop
 * @param operations ids of all operations it touches, sorted; none for the API as a whole
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

  /** A change that touches these operations. */
  Change touching(Collection<String> ids) {
    return new Change(effect, code, place, what, Set.copyOf(ids));
  }
}
