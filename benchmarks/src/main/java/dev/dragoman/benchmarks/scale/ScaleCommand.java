package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Count;
import dev.dragoman.benchmarks.measure.Medians;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how build and start time grow with the number of operations. */
@Command(
    name = "scale",
    header = "How build and start grow with the number of operations.",
    description =
        "Builds and starts servers for synthetic APIs. Exit code 1 when the cost of an operation or the"
            + " time to start grows with their number, or when a document is not built.")
public final class ScaleCommand implements Callable<Integer> {
  private static final List<Integer> OPERATIONS = List.of(100, 1_000, 4_000, 16_000);
  private static final int WARM_UP_OPERATIONS = 1_000;
  private static final int START_ROUNDS = 15;

  @ArgGroup private @Nullable Sizes sizes;

  /** Numbers of operations, or the size of one document. */
  private static final class Sizes {
    @Parameters(
        paramLabel = "N",
        arity = "1..*",
        converter = Count.class,
        description = "Numbers of operations. Default: 100 1000 4000 16000.")
    private @Nullable List<Integer> operations;

    @Option(
        names = "--megabytes",
        paramLabel = "M",
        arity = "0..1",
        fallbackValue = "46",
        converter = Count.class,
        description =
            "Build from one document of M megabytes (default: ${FALLBACK-VALUE}) once each with the"
                + " JVM's own heap, with -Xmx2g and with the flags of ./run.")
    private @Nullable Integer megabytes;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Home.emptyFolder("scale");
    try {
      Integer megabytes = sizes == null ? null : sizes.megabytes;
      if (megabytes != null) {
        return BigDocument.run(folder, megabytes);
      }
      List<Integer> chosen = sizes == null ? null : sizes.operations;
      List<Integer> operations = chosen == null ? OPERATIONS : chosen;
      return run(folder, operations.stream().sorted().map(n -> new Size(n, folder)).toList());
    } finally {
      Home.delete(folder);
    }
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
