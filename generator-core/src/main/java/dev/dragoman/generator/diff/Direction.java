package dev.dragoman.generator.diff;

/**
 * The direction of a value. The same change of its schema has different effects: allowing fewer
 * values breaks requests, allowing more values breaks programs that read responses.
 */
enum Direction {
  REQUEST("request"),
  RESPONSE("response");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /** The name used in places. */
  String word() {
    return word;
  }

  /** The effect of allowing fewer values, more values, or others. */
  ChangeEffect effect(Shift shift) {
    return switch (shift) {
      case NARROWED -> this == REQUEST ? ChangeEffect.BREAKING : ChangeEffect.HARMLESS;
      case WIDENED -> this == REQUEST ? ChangeEffect.WIDENING : ChangeEffect.BREAKING;
      case REPLACED -> ChangeEffect.BREAKING;
    };
  }

  /** How the set of allowed values changed. */
  enum Shift {
    NARROWED,
    WIDENED,
    REPLACED
  }
}
