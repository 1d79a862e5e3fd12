package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.List;
import java.util.stream.Collectors;

/** The problems of a call as text. */
final class ProblemText {
  private static final int PROBLEM_BYTES = 400;

  private ProblemText() {}

  static String of(List<ArgumentProblem> problems, int most) {
    String lines =
        problems.stream()
            .limit(most)
            .map(
                problem ->
                    "- " + ForeignText.clip(ForeignText.line(problem.toString()), PROBLEM_BYTES))
            .collect(Collectors.joining("\n"));
    int more = problems.size() - most;
    return "The arguments do not fit; nothing was sent.\n"
        + lines
        + (more > 0 ? "\n- and " + more + " more" : "");
  }
}
