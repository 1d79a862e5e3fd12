package dev.dragoman.testing;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.tool.custom.OutputCheck;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A tool whose last result is compared with its output schema. */
final class CheckedTool implements Tool {
  private final Tool tool;
  private final OutputCheck output;
  private final AtomicReference<Optional<String>> mismatch =
      new AtomicReference<>(Optional.empty());

  CheckedTool(Tool tool) {
    this.tool = tool;
    this.output = new OutputCheck(tool.definition());
  }

  String name() {
    return tool.definition().name();
  }

  /** What the last result has wrong, once. */
  Optional<String> mismatch() {
    return mismatch.getAndSet(Optional.empty());
  }

  @Override
  public ToolDefinition definition() {
    return tool.definition();
  }

  @Override
  public ToolResult call(Arguments arguments, ToolContext context) throws Exception {
    ToolResult result = tool.call(arguments, context);
    mismatch.set(output.mismatch(result));
    return result;
  }
}
