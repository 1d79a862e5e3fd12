package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.text.VisibleText;

/**
 * The server's description of itself; invisible characters from the document are escaped.
 *
 * @param name the programmatic name
 * @param title the name for people
 * @param version the version of the server
 * @param instructions instructions for the model; empty if there are none
 */
public record ServerInfo(String name, String title, String version, String instructions) {
  public ServerInfo {
    name = VisibleText.line(name);
    title = VisibleText.line(title);
    version = VisibleText.line(version);
    instructions = VisibleText.of(instructions);
  }
}
