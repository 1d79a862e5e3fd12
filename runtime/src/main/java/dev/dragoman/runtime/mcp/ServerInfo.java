package dev.dragoman.runtime.mcp;

import java.util.Objects;

/**
 * What the server says of itself.
 *
 * @param name programmatic name
 * @param title for people
 * @param version of the server
 * @param instructions for the model; empty when there are none
 */
public record ServerInfo(String name, String title, String version, String instructions) {
  public ServerInfo {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(version);
    Objects.requireNonNull(instructions);
  }
}
