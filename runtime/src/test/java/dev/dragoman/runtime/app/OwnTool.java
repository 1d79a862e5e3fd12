package dev.dragoman.runtime.app;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;

/** A tool of a server's owner, as a definition and a function. */
record OwnTool(ToolDefinition definition, Body body) implements Tool {
  /** Code of the tool's owner. */
  interface Body {
    ToolResult run(Arguments arguments, ToolContext context) throws Exception;
  }

  static ToolDefinition.Builder definition(String name) {
    return ToolDefinition.builder(name).title("Own " + name).description("Does " + name + ".");
  }

  @Override
  public ToolResult call(Arguments arguments, ToolContext context) throws Exception {
    return body.run(arguments, context);
  }
}
