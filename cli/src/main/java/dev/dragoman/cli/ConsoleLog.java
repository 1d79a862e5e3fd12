package dev.dragoman.cli;

import dev.dragoman.generator.goal.GoalLog;
import java.io.PrintStream;

/**
 * Reports to standard error: standard output is for what a command was asked for.
 *
 * @param stream the stream
 */
record ConsoleLog(PrintStream stream) implements GoalLog {
  static ConsoleLog standardError() {
    return new ConsoleLog(System.err);
  }

  @Override
  public void info(String line) {
    stream.println(line);
  }

  @Override
  public void warn(String line) {
    stream.println(line);
  }
}
