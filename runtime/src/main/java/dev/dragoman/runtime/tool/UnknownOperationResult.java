package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import java.util.List;

/** The result for a name that does not belong to any operation. */
public final class UnknownOperationResult {
  private UnknownOperationResult() {}

  public static CallToolResult answer(ApiOperations operations, String name) {
    return CallToolResult.error(ToolFailure.Reason.INVALID_ARGUMENTS, message(operations, name));
  }

  /** The result in words: that nothing was sent, and which names are similar. */
  public static String message(ApiOperations operations, String name) {
    List<String> nearest = operations.nearest(name);
    String advice =
        nearest.isEmpty()
            ? "Use search to find it."
            : "Did you mean " + String.join(", ", nearest) + "? If not, use search.";
    return "There is no operation "
        + ForeignText.quoted(name, 120)
        + " in this API; nothing was sent. "
        + advice;
  }
}
