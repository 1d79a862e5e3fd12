package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Medians;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.generator.SpecInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds a server in a separate JVM and prints how long it took. The same small document is built
 * repeatedly first, whatever is measured afterwards, so that the JVM's compilers have finished for
 * small and large documents alike.
 */
final class BuildProbe {
  private static final int WARM_UP = 2;

  private BuildProbe() {}

  /** Arguments: document for the warm-up, document, folder for the output, repetitions. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[2]);
    for (int i = 0; i < WARM_UP; i++) {
      build(args[0], out);
    }
    List<BuiltServer> built = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      built.add(build(args[1], out));
    }
    System.out.printf(
        Locale.ROOT,
        "probe %.1f %.1f %.1f %.1f%n",
        Medians.of(built.stream().map(BuiltServer::generateMillis).toList()),
        Medians.of(built.stream().map(BuiltServer::compileMillis).toList()),
        Medians.of(built.stream().map(BuiltServer::packMillis).toList()),
        Medians.of(built.stream().map(BuiltServer::cpuMillis).toList()));
  }

  private static BuiltServer build(String document, Path out) throws IOException {
    Home.delete(out);
    System.gc();
    return BuiltServer.of(SpecInput.of(Path.of(document)), out);
  }
}
