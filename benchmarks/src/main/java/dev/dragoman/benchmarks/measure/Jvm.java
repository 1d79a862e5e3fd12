package dev.dragoman.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of other JVMs. */
public final class Jvm {
  private Jvm() {}

  /** The java program of the running JVM. */
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The command that runs a class of the measuring commands in a separate JVM. */
  public static List<String> running(Class<?> main, List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }
}
