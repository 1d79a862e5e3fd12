package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.server.McpServer;

/** The main class as the generator would write it. */
public final class TrackerServer {
  private TrackerServer() {}

  /** Runs the server. */
  public static void main(String[] args) {
    System.exit(
        McpServer.builder(TrackerApi.definition(TrackerServer.class).build()).build().run(args));
  }
}
