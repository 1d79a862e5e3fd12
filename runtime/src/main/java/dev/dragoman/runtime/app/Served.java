package dev.dragoman.runtime.app;

import dev.dragoman.runtime.mcp.ServerInfo;
import java.util.List;

/** What a program serves: one API, or several. */
interface Served {

  /** The server's description of itself. */
  ServerInfo info();

  /** The table printed by {@code --help}. */
  String help();

  /** Reads flags and variables, and assembles the server unless there are problems. */
  Preparation prepare(List<String> arguments, Console console);
}
