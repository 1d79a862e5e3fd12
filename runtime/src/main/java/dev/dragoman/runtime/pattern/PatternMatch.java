package dev.dragoman.runtime.pattern;

/** The outcome of matching a pattern against a text. */
public enum PatternMatch {
  FOUND,
  ABSENT,
  /** The pattern cannot be used, or the remaining work does not suffice to match it. */
  UNDECIDED
}
