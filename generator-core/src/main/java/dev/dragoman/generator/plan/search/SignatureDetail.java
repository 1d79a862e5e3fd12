package dev.dragoman.generator.plan.search;

/**
 * How much of a type is written.
 *
 * @param depth levels of objects below; at 0 what is not needed becomes one word
 * @param room characters after which what is not needed is left out
 * @param needed whether a call without this value is refused: then all that it needs is written
 */
record SignatureDetail(int depth, int room, boolean needed) {
  /** Room of a value that is not the whole. */
  static final int NESTED = 120;

  /** Below this depth even what is needed becomes a word: such a schema contains itself. */
  private static final int LEAST_DEPTH = -6;

  static SignatureDetail of(int depth, int room, boolean needed) {
    return new SignatureDetail(depth, room, needed);
  }

  /** For a member of an object, or an alternative. */
  SignatureDetail below(boolean required, int parts) {
    return new SignatureDetail(depth - 1, Math.min(room / parts, NESTED), needed && required);
  }

  /** For the items of an array, which may be empty unless it says otherwise. */
  SignatureDetail items(boolean atLeastOne) {
    return new SignatureDetail(depth - 1, room, needed && atLeastOne);
  }

  /** Whether only what is needed is written. */
  boolean isTerse() {
    return depth <= 0;
  }

  /** Whether nothing more is written of objects. */
  boolean isOver() {
    return (isTerse() && !needed) || isTooDeep();
  }

  /** Whether not even what is needed is written. */
  boolean isTooDeep() {
    return depth < LEAST_DEPTH;
  }
}
