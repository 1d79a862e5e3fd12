package dev.dragoman.benchmarks;

import java.io.IOException;
import java.util.List;

/** One measuring command. Tables go to standard output, progress to standard error. */
public interface Command {

  /** The word that calls it. */
  String name();

  /** Its arguments and what it does, in one line. */
  String usage();

  /**
   * Runs it.
   *
   * @return the exit code: 0 when everything is as it should be, 1 when something fell short
   * @throws BadCallException when the arguments make no sense
   */
  int run(List<String> arguments) throws IOException, InterruptedException;
}
