package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.measure.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that is started again and again.
 *
 * @param name for the table
 * @param stdio what starts it over stdio
 * @param http what starts it over HTTP on a free port; empty if that is not measured
 */
record Contender(String name, List<String> stdio, Optional<List<String>> http) {
  private static final String ARCHIVE = ", archive";
  static final String TYPESCRIPT = "TypeScript SDK, one tool";

  /** The server that was built, as clients start it that know nothing of its archive. */
  static Contender plain(Jdk java, Path jar) {
    return dragoman(
        java.toString(),
        List.of(java.program().toString(), "-jar", jar.toString()),
        List.of(java.program().toString(), "-jar", jar.toString()));
  }

  /** The server with its archives, started by its argument files. */
  static Contender archived(Jdk java, Path stdio, Path http) {
    return dragoman(
        java + ARCHIVE,
        List.of(java.program().toString(), "@" + stdio),
        List.of(java.program().toString(), "@" + http));
  }

  /** Whether it is the one whose figures count. */
  boolean isArchived() {
    return name.endsWith(ARCHIVE);
  }

  private static Contender dragoman(String name, List<String> stdio, List<String> http) {
    return new Contender(
        name,
        with(stdio, "--stdio", "--mock", "--feedback", "off"),
        Optional.of(with(http, "--port", "0", "--mock", "--feedback", "off")));
  }

  /** Another server over stdio. */
  static Contender peer(String name, List<String> command) {
    return new Contender(name, command, Optional.empty());
  }

  private static List<String> with(List<String> base, String... arguments) {
    List<String> command = new ArrayList<>(base);
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }
}
