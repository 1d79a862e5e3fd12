package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import java.util.Optional;

/**
 * What the URL of a connection withholds from its callers. It never allows more than they may do
 * without it.
 *
 * @param readOnly whether only operations that read may be run, whatever the access mode
 * @param tag the only tag whose operations may be run, as the document spells it; empty for all
 */
public record Narrowing(boolean readOnly, Optional<String> tag) {
  /** Withholds nothing. */
  public static final Narrowing NONE = new Narrowing(false, Optional.empty());

  public Narrowing {
    Objects.requireNonNull(tag);
  }

  /** A caller with what is left. */
  public Caller apply(Caller caller) {
    Caller reading = readOnly ? caller.readOnly() : caller;
    return tag.map(reading::limitedTo).orElse(reading);
  }
}
