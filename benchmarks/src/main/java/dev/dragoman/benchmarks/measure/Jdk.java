package dev.dragoman.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java installation.
 *
 * @param program its java program
 * @param feature its version, e.g. 17
 */
public record Jdk(Path program, int feature) {
  private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?([0-9]+)");

  /**
   * The installation with a java program.
   *
   * @param path the program, or the folder that contains {@code bin/java}
   * @throws IOException if there is none
   */
  public static Jdk at(Path path) throws IOException, InterruptedException {
    Path program = Files.isDirectory(path) ? path.resolve("bin/java") : path;
    if (!Files.isExecutable(program)) {
      throw new IOException("no java program: " + program);
    }
    Child.Outcome outcome =
        Child.run(Path.of("."), List.of(program.toString(), "-version")).orThrow("java -version");
    Matcher version = VERSION.matcher(outcome.output());
    if (!version.find()) {
      throw new IOException(program + " does not print its version: " + outcome.tail(1));
    }
    return new Jdk(program.toAbsolutePath(), Integer.parseInt(version.group(1)));
  }

  /**
   * One installation of each of these versions, as far as they are found: this JVM's, that of
   * JAVA_HOME, and those beside this JVM's.
   */
  public static List<Jdk> found(List<Integer> features) throws InterruptedException {
    Map<Integer, Jdk> found = new TreeMap<>();
    for (Path home : homes()) {
      try {
        Jdk jdk = at(home);
        if (features.contains(jdk.feature())) {
          found.putIfAbsent(jdk.feature(), jdk);
        }
      } catch (IOException notOne) {
        // Other folders may be beside the installations.
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> homes() {
    Path own = Path.of(System.getProperty("java.home"));
    List<Path> homes = new ArrayList<>(List.of(own));
    Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(homes::add);
    Path parent = own.getParent();
    if (parent != null) {
      try (Stream<Path> beside = Files.list(parent)) {
        homes.addAll(beside.sorted(Comparator.naturalOrder()).toList());
      } catch (IOException unreadable) {
        // The others are enough.
      }
    }
    return homes;
  }

  /** The name in tables. */
  @Override
  public String toString() {
    return "Java " + feature;
  }
}
