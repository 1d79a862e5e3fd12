package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.request.Arguments;

/**
 * A tool of one's own, listed beside the generated ones. Instances are shared by all calls and have
 * to be thread-safe.
 *
 * <p>The server does for it what it does for operations: a caller who may not run it is refused,
 * the input is validated against the input schema before the tool runs, the user is asked if the
 * operator wants that, and every call is logged and counted.
 */
public interface Tool {

  /**
   * What clients are told about the tool. Evaluated when the server starts, possibly several times:
   * it has to be the same each time.
   */
  ToolDefinition definition();

  /**
   * Runs the tool. The thread is interrupted when the client cancels the call or the time limit is
   * reached.
   *
   * @param arguments the validated input; members are read as {@code required("from").asString()}
   * @param context the caller and what can be done on its behalf
   * @throws RefusedException to refuse the call with a message for the model
   * @throws Exception any other exception is a bug of the tool: the model is told that the tool
   *     failed, and the log says where; the exception's message is not shown to anyone, because it
   *     may contain a secret
   */
  ToolResult call(Arguments arguments, ToolContext context) throws Exception;
}
