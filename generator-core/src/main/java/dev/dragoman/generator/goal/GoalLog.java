package dev.dragoman.generator.goal;

/** Where a goal reports what it does, line by line. */
public interface GoalLog {
  /** Reports a line. */
  void info(String line);

  /** Reports a warning. */
  void warn(String line);
}
