package dev.dragoman.runtime.request;

import java.util.Locale;

/** A value whose spelling on the wire differs from its Java name, such as a generated enum. */
public interface WireValue {

  /**
   * The value as spelled by the API. For an enum that does not say otherwise, this is the name of
   * the constant in lower case.
   */
  default String wire() {
    return this instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : String.valueOf(this);
  }
}
