package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Builds the servers of all sizes, each time in a separate JVM. */
final class Builds {
  /** A small document is built repeatedly until about this many operations have been measured. */
  private static final int OPERATIONS_MEASURED = 4_000;

  /**
   * The flags with which {@code ./run} starts the generator. The JVM's second compiler takes longer
   * than the build of a small server; with it, the larger of two builds would appear cheaper.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms64m",
          "-Ddragoman.home=" + Home.path("."));

  private final Path warmUp;

  Builds(Path warmUp) {
    this.warmUp = warmUp;
  }

  /** Measures the phases in a JVM that has already built a small server. */
  void warm(Size size) throws IOException, InterruptedException {
    int repetitions = Math.max(1, Math.min(5, OPERATIONS_MEASURED / size.operations));
    List<String> command =
        Jvm.running(
            BuildProbe.class,
            FLAGS,
            List.of(
                warmUp.toString(),
                size.document.toString(),
                size.out.toString(),
                Integer.toString(repetitions)));
    Child.Outcome outcome = Child.run(Home.path("."), command).orThrow("The build");
    String[] millis = outcome.tail(1).split(" ", -1);
    size.generate.add(Double.parseDouble(millis[1]));
    size.compile.add(Double.parseDouble(millis[2]));
    size.pack.add(Double.parseDouble(millis[3]));
    size.cpu.add(Double.parseDouble(millis[4]));
  }

  /** Measures the complete {@code ./run --spec} from a cold start. */
  void cold(Size size) throws IOException, InterruptedException {
    Home.delete(size.out);
    Child.Outcome outcome =
        Child.run(Home.path("."), run(size.document, size.out)).orThrow("./run");
    size.runMillis = outcome.millis();
    size.runMegabytes = outcome.peakMegabytes();
    size.documentBytes = Files.size(size.document);
    size.jarBytes = Files.size(size.jar());
    size.sourceBytes = bytes(size.out.resolve("generated/sources"), "");
    size.resourceBytes = bytes(size.out.resolve("generated/resources"), "");
    size.indexBytes = bytes(size.out.resolve("generated/resources"), "search.idx");
  }

  /** The command that builds a server without starting it. */
  static List<String> run(Path document, Path out) {
    return List.of(
        Home.path("run").toString(),
        "--spec",
        document.toString(),
        "--out",
        out.toString(),
        "--build-only");
  }

  /** The command of the generator in a JVM with given flags. */
  static List<String> generator(List<String> flags, Path document, Path out) {
    String target = Home.path("generator-core/target").toString();
    List<String> command = new ArrayList<>(List.of(Jvm.program()));
    command.addAll(flags);
    command.addAll(
        List.of(
            "-cp",
            target + "/dragoman-generator.jar:" + target + "/lib/*",
            "dev.dragoman.generator.cli.Main",
            "--spec",
            document.toString(),
            "--out",
            out.toString(),
            "--lib",
            Home.serverLibraries().toString()));
    return command;
  }

  private static long bytes(Path root, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .mapToLong(Builds::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
