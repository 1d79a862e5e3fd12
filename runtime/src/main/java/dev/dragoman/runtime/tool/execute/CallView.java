package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.List;

/** How a tool presents a call of an operation. It has no say in what is sent. */
public interface CallView {

  /** A problem, with the tool's name for the argument. */
  ArgumentProblem renamed(ArgumentProblem problem);

  /** What helps to repair a call with problems; empty if nothing does. */
  String help(OperationCard card);

  /**
   * Whether the tool takes the arguments of execute, so that a result can say how to go on with
   * them.
   */
  boolean canGoOn();

  /** The result of a call that reached the API. */
  CallToolResult result(CallToolResult result);

  /** The most problems that are listed. */
  int PROBLEMS_SHOWN = 20;

  /** All problems, with the tool's names, as text for the model. */
  default String problems(OperationCard card, List<ArgumentProblem> problems) {
    return ProblemText.of(problems, PROBLEMS_SHOWN) + help(card);
  }
}
