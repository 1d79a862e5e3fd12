package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.app.ServerCommand;

/** The main class as the generator would write it. */
public final class TrackerServer {
  private TrackerServer() {}

  /** Runs the server. */
  public static void main(String[] args) {
    System.exit(ServerCommand.run(TrackerApi.definition(TrackerServer.class).build(), args));
  }
}
