package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Medians;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures how build and start grow with the number of operations. */
public final class ScaleCommand implements Command {
  private static final List<Integer> SIZES = List.of(100, 1_000, 4_000, 16_000);
  private static final int WARM_UP_OPERATIONS = 1_000;
  private static final int START_ROUNDS = 15;

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String usage() {
    return "[N...]  builds and starts APIs of N operations (default "
        + SIZES.toString().replaceAll("[\\[\\],]", "")
        + "); exit code 1 when cost per operation or start grows\n"
        + "  scale --megabytes M  builds a server from a document of M megabytes once, with the"
        + " JVM's own heap and with -Xmx2g";
  }

  @Override
  public int run(List<String> arguments) throws IOException, InterruptedException {
    Path folder = Home.emptyFolder("scale");
    try {
      if (!arguments.isEmpty() && arguments.get(0).equals("--megabytes")) {
        return BigDocument.run(folder, arguments.size() == 2 ? number(arguments.get(1)) : 46);
      }
      List<Integer> sizes =
          arguments.isEmpty() ? SIZES : arguments.stream().map(ScaleCommand::number).toList();
      return run(folder, sizes.stream().sorted().map(n -> new Size(n, folder)).toList());
    } finally {
      Home.delete(folder);
    }
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new BadCallException("\"" + text + "\" is no number from 1 to 999999.");
    }
    return Integer.parseInt(text);
  }

  private static int run(Path folder, List<Size> sizes) throws IOException, InterruptedException {
    Path warmUp = folder.resolve("warm-up.json");
    SyntheticApi.write(warmUp, WARM_UP_OPERATIONS);
    Builds builds = new Builds(warmUp);
    for (Size size : sizes) {
      SyntheticApi.write(size.document, size.operations);
    }
    for (Size size : sizes) {
      System.err.println("building " + size.operations + " operations");
      builds.warm(size);
    }
    for (Size size : sizes) {
      System.err.println("./run with " + size.operations + " operations");
      builds.cold(size);
    }
    System.err.println("starting each " + START_ROUNDS + " times");
    for (int round = 0; round < START_ROUNDS; round++) {
      Starts.round(sizes);
    }
    print(sizes);
    return Criteria.hold(sizes) ? 0 : 1;
  }

  private static void print(List<Size> sizes) {
    System.out.println(
        "operations\tdocument_bytes\tgenerate_ms\tjavac_ms\tpack_ms\tbuild_cpu_ms\tcpu_ms_per_op"
            + "\tsource_bytes_per_op\tresource_bytes_per_op\tindex_bytes_per_op\tjar_bytes"
            + "\tjar_bytes_per_op\trun_ms\trun_peak_mb\tstart_ms\tfirst_search_ms"
            + "\tfirst_execute_ms");
    sizes.forEach(size -> System.out.println(line(size)));
    System.out.println(
        "# generate, javac, pack: medians in a JVM that has built another server of "
            + WARM_UP_OPERATIONS
            + " operations before; cpu: processor time of a build, all threads, which is judged,"
            + " because other programs hardly move it; run: ./run --build-only from a cold start;"
            + " start: process start to the answer to tools/list, median of "
            + START_ROUNDS
            + ", sizes taking turns");
  }

  private static String line(Size size) {
    return String.format(
        Locale.ROOT,
        "%d\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.2f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f",
        size.operations,
        size.documentBytes,
        Medians.of(size.generate),
        Medians.of(size.compile),
        Medians.of(size.pack),
        Medians.of(size.cpu),
        size.perOperation(Medians.of(size.cpu)),
        size.perOperation(size.sourceBytes),
        size.perOperation(size.resourceBytes),
        size.perOperation(size.indexBytes),
        size.jarBytes,
        size.perOperation(size.jarBytes),
        size.runMillis,
        size.runMegabytes,
        Medians.of(size.start),
        Medians.of(size.firstSearch),
        Medians.of(size.firstExecute));
  }
}
