package dev.dragoman.cli;

import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.GoalLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Base class of the commands: a failure is a message on standard error and the exit code 1. */
abstract class AbstractCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private final GoalLog log = ConsoleLog.standardError();

  @Override
  public final Integer call() {
    try {
      return run();
    } catch (GoalFailure e) {
      log.warn(String.valueOf(e.getMessage()));
      return ExitCode.SOFTWARE;
    }
  }

  /**
   * Does the work of the command.
   *
   * @return the exit code
   * @throws GoalFailure if the exit code is 1
   */
  abstract int run();

  final GoalLog log() {
    return log;
  }

  final CommandNames names() {
    return new CommandNames(spec);
  }
}
