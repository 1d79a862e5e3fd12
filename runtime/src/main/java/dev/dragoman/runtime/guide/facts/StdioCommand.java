package dev.dragoman.runtime.guide.facts;

import java.util.List;
import java.util.Objects;

/**
 * How a client starts the server over stdio.
 *
 * @param command the program, e.g. {@code java}
 * @param arguments its arguments; never contain a key
 */
public record StdioCommand(String command, List<String> arguments) {
  public StdioCommand {
    Objects.requireNonNull(command);
    arguments = List.copyOf(arguments);
  }

  /** Starts the jar of a generated server. */
  public static StdioCommand ofJar(String jar) {
    return new StdioCommand("java", List.of("-jar", jar, "--stdio"));
  }
}
