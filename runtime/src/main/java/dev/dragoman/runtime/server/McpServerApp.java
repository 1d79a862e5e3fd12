package dev.dragoman.runtime.server;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.ServerCommand;

/** Runs the MCP server of an API; called by the generated main class. */
public final class McpServerApp {
  private McpServerApp() {}

  /**
   * Runs the server until the client disconnects (stdio) or the process is told to stop (HTTP).
   *
   * @param definition the API to serve
   * @param arguments the flags listed by {@code --help}
   * @return the exit code of the process: 0 after a normal exit, 1 if the server fails, 2 if a flag
   *     or a variable is invalid
   */
  public static int run(ServerDefinition definition, String... arguments) {
    return ServerCommand.run(definition, arguments);
  }
}
