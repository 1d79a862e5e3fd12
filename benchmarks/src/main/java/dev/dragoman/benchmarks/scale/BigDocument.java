package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Builds a server from one large document in JVMs with different heap sizes. */
final class BigDocument {
  /**
   * Flags of the JVMs. Without flags, a JVM uses a quarter of the machine's memory, as Maven's
   * does.
   */
  private static final List<List<String>> FLAGS =
      List.of(
          List.of(),
          List.of("-Xmx2g"),
          List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m"));

  private BigDocument() {}

  static int run(Path folder, int megabytes) throws IOException, InterruptedException {
    Path document = folder.resolve("big.json");
    SyntheticApi.writeWide(document, megabytes * 1_000_000L);
    System.out.println("flags\tdocument_bytes\tms\tpeak_mb\tjar_bytes\toutcome");
    int failed = 0;
    for (List<String> flags : FLAGS) {
      System.err.println("building with " + (flags.isEmpty() ? "the JVM's own heap" : flags));
      Path out = folder.resolve("big");
      Home.delete(out);
      Child.Outcome outcome = Child.run(folder, Builds.generator(flags, document, out));
      boolean built = outcome.exitCode() == 0;
      failed += built ? 0 : 1;
      System.out.printf(
          Locale.ROOT,
          "%s\t%d\t%.0f\t%.0f\t%d\t%s%n",
          String.join(" ", flags),
          Files.size(document),
          outcome.millis(),
          outcome.peakMegabytes(),
          built ? Files.size(out.resolve("server.jar")) : 0,
          outcome.tail(1));
    }
    return failed == 0 ? 0 : 1;
  }
}
