package dev.dragoman.benchmarks.answers;

import dev.dragoman.benchmarks.BadCallException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The checks of what search answers, by the flag that asks for each. */
public final class AnswersCall {
  /** The checks, for the line that says how to call them. */
  public static final String USAGE =
      "--answers SPECS [--each] | --usable SPECS [--hits N] [--seed N] | --bad SPECS";

  private static final int HITS = 30;

  private AnswersCall() {}

  /** Whether the first argument asks for one of these checks. */
  public static boolean isOne(List<String> arguments) {
    return !arguments.isEmpty()
        && List.of("--answers", "--usable", "--bad").contains(arguments.get(0));
  }

  /** Runs it; 1 when something falls short. */
  public static int run(List<String> arguments) throws IOException {
    if (arguments.size() < 2) {
      throw new BadCallException(arguments.get(0) + " needs the folder of the documents.");
    }
    Path folder = Path.of(arguments.get(1));
    List<String> rest = arguments.subList(2, arguments.size());
    return switch (arguments.get(0)) {
      case "--answers" -> AnswerSizes.run(folder, rest.contains("--each"));
      case "--usable" ->
          Usability.run(folder, (int) number(rest, "--hits", HITS), number(rest, "--seed", 1));
      default -> BadQueries.run(folder);
    };
  }

  private static long number(List<String> rest, String option, long otherwise) {
    int at = rest.indexOf(option);
    if (at < 0) {
      return otherwise;
    }
    try {
      return Long.parseLong(rest.get(at + 1));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new BadCallException(option + " takes a number.");
    }
  }
}
