package dev.dragoman.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further JVMs. */
public final class Jvm {
  private Jvm() {}

  /** The running JVM's own program. */
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A class of the measuring commands in a JVM of its own. */
  public static List<String> running(Class<?> main, List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }
}
