package dev.dragoman.runtime.server;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.ServerCommand;

/** Runs the MCP server of an API; generated main classes call it. */
public final class McpServerApp {
  private McpServerApp() {}

  /**
   * Runs the server until the client leaves (stdio) or the process is told to stop (HTTP).
   *
   * @param definition the API to serve
   * @param arguments the flags that {@code --help} lists
   * @return the exit code of the process: 0 after a normal end, 1 if the server cannot serve, 2 if
   *     a flag or a variable is wrong
   */
  public static int run(ServerDefinition definition, String... arguments) {
    return ServerCommand.run(definition, arguments);
  }
}
