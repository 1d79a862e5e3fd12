package dev.dragoman.generator.diff;

/** Which way a value goes; the same change of its schema means other things each way. */
enum Direction {
  REQUEST("request"),
  RESPONSE("response");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

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

  /** How the set of allowed values moved. */
  enum Shift {
    NARROWED,
    WIDENED,
    REPLACED
  }
}
