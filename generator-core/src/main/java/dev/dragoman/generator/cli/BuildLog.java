package dev.dragoman.generator.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.goal.GoalLog;
import dev.dragoman.generator.problem.Problem;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * What a build reports, line by line.
 *
 * @param lines receives the lines
 */
record BuildLog(Consumer<String> lines) implements GoalLog {
  /**
   * Maximum number of warnings in the output, which would otherwise hide the summary; the report
   * contains all of them.
   */
  private static final int MAX_WARNINGS = 10;

  @Override
  public void info(String line) {
    lines.accept(line);
  }

  @Override
  public void warn(String line) {
    lines.accept(line);
  }

  /** Reports what was generated, with the most important warnings. */
  void generated(GenerationRequest request, GenerationResult result) {
    result.warnings().stream()
        .sorted(Comparator.comparing(problem -> !problem.isSuspicious()))
        .limit(MAX_WARNINGS)
        .map(Problem::toString)
        .forEach(lines);
    if (result.warnings().size() > MAX_WARNINGS) {
      int more = result.warnings().size() - MAX_WARNINGS;
      warn(more + " more warnings are in " + request.folders().reports());
    }
    info(result.summary());
  }
}
