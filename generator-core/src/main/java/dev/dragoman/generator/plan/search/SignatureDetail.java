package dev.dragoman.generator.plan.search;

/**
 * How much of a type is written.
 *
 * @param depth remaining levels of nested objects; at 0, optional ones are replaced by one word
 * @param room number of characters after which optional members are omitted
 * @param needed whether a call without this value is refused; all of its required parts are then
 *     written
 */
record SignatureDetail(int depth, int room, boolean needed) {
  /** Maximum number of characters of a nested value. */
  static final int NESTED = 120;

  /**
   * Below this depth even required values are replaced by a word; such a schema contains itself.
   */
  private static final int LEAST_DEPTH = -6;

  /** A level of detail with these values. */
  static SignatureDetail of(int depth, int room, boolean needed) {
    return new SignatureDetail(depth, room, needed);
  }

  /** The detail for a member of an object or an alternative, which shares the space with others. */
  SignatureDetail below(boolean required, int parts) {
    return new SignatureDetail(depth - 1, Math.min(room / parts, NESTED), needed && required);
  }

  /** The detail for the items of an array, which are needed only if the array must not be empty. */
  SignatureDetail items(boolean atLeastOne) {
    return new SignatureDetail(depth - 1, room, needed && atLeastOne);
  }

  /** Whether only required parts are written. */
  boolean isTerse() {
    return depth <= 0;
  }

  /** Whether members of objects are no longer written. */
  boolean isOver() {
    return (isTerse() && !needed) || isTooDeep();
  }

  /** Whether not even required parts are written. */
  boolean isTooDeep() {
    return depth < LEAST_DEPTH;
  }
}
