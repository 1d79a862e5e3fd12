package dev.dragoman.runtime.guide.facts;

import dev.dragoman.runtime.AccessMode;
import java.util.List;
import java.util.Objects;

/**
 * What callers may choose.
 *
 * @param ceiling the most that a caller may do
 * @param partner whether some operations are available in partner mode
 * @param organizations whether calls have a default organization
 * @param environments the names of the API's environments, the default first
 * @param confirmation which calls the user is asked about: {@code off}, {@code destructive}, {@code
 *     write}, or one of these with {@code -required}
 */
public record AccessFacts(
    AccessMode ceiling,
    boolean partner,
    boolean organizations,
    List<String> environments,
    String confirmation) {

  /** Everything is left at its default. */
  public static final AccessFacts DEFAULT =
      new AccessFacts(AccessMode.FULL_ACCESS, false, false, List.of(), "off");

  public AccessFacts {
    Objects.requireNonNull(ceiling);
    environments = List.copyOf(environments);
    Objects.requireNonNull(confirmation);
  }
}
