package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.search.HitText;

/** Everything as it is; a call with problems is repaired with the operation's signature. */
final class ExecuteView implements CallView {
  private static final int SIGNATURE_BYTES = 2_000;

  @Override
  public ArgumentProblem renamed(ArgumentProblem problem) {
    return problem;
  }

  @Override
  public String help(OperationCard card) {
    StringBuilder text = new StringBuilder("\nThe operation:\n").append(card.id()).append(": ");
    text.append(card.method()).append(' ').append(ForeignText.line(card.path()));
    HitText.field(text, "params", card.parameters(), SIGNATURE_BYTES);
    HitText.field(text, "body", card.body(), SIGNATURE_BYTES);
    return text.toString();
  }

  @Override
  public boolean canGoOn() {
    return true;
  }

  @Override
  public CallToolResult result(CallToolResult result) {
    return result;
  }
}
