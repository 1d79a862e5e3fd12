package dev.dragoman.runtime.pattern;

/** The outcome of looking for a pattern in a text. */
public enum PatternMatch {
  FOUND,
  ABSENT,
  /** The pattern cannot be used, or the work left does not suffice to match it. */
  UNDECIDED
}
