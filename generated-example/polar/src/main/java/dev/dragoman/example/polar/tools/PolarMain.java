package dev.dragoman.example.polar.tools;

import dev.dragoman.example.polar.PolarApi;
import dev.dragoman.runtime.server.McpServer;

/** The Polar server with a tool and a filter of its own. */
public final class PolarMain {
  private PolarMain() {}

  /** Serves until the process is stopped. */
  public static void main(String[] args) {
    System.exit(server().run(args));
  }

  /** The server, which a program of one's own can start as well. */
  static McpServer server() {
    return McpServer.builder(PolarApi.DEFINITION)
        .tool(new AuditPerformance())
        .filter(new MaskEmails())
        .build();
  }
}
