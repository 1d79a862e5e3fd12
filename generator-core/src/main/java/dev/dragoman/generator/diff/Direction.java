package dev.dragoman.generator.diff;

/** Which way a value goes; the same change of its schema means other things each way. */
enum Direction {
  REQUEST("request"),
  ANSWER("answer");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The effect of allowing fewer values, more values, or others. */
  Effect effect(Shift shift) {
    return switch (shift) {
      case NARROWED -> this == REQUEST ? Effect.BREAKING : Effect.HARMLESS;
      case WIDENED -> this == REQUEST ? Effect.WIDENING : Effect.BREAKING;
      case REPLACED -> Effect.BREAKING;
    };
  }

  /** How the set of allowed values moved. */
  enum Shift {
    NARROWED,
    WIDENED,
    REPLACED
  }
}
