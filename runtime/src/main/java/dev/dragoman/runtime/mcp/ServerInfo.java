package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.text.VisibleText;

/**
 * What the server says of itself; invisible characters of the document's words are spelled out.
 *
 * @param name programmatic name
 * @param title for people
 * @param version of the server
 * @param instructions for the model; empty when there are none
 */
public record ServerInfo(String name, String title, String version, String instructions) {
  public ServerInfo {
    name = VisibleText.line(name);
    title = VisibleText.line(title);
    version = VisibleText.line(version);
    instructions = VisibleText.of(instructions);
  }
}
