package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Medians;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.server.StdioServer;
import dev.dragoman.generator.SpecInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the time from the start of the JVM to the first search result, for a large and a small
 * API.
 */
final class FirstSearch {
  private static final double MOST_RATIO = 1.3;

  private FirstSearch() {}

  /**
   * Starts both alternately.
   *
   * @return 1 if the median of the large one is more than 1.3 times that of the small one
   */
  static int run(Path large, Path small, int rounds) throws IOException {
    Path out = Home.emptyFolder("first-search");
    BuiltServer ofLarge = BuiltServer.of(SpecInput.of(large), out.resolve("large"));
    BuiltServer ofSmall = BuiltServer.of(SpecInput.of(small), out.resolve("small"));
    List<Double> largeMillis = new ArrayList<>();
    List<Double> smallMillis = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      double first = millis(ofLarge.jar());
      double second = millis(ofSmall.jar());
      if (round > 0) {
        largeMillis.add(first);
        smallMillis.add(second);
      }
    }
    Home.delete(out);
    System.out.println("document\tmedian ms\tleast ms");
    print(large, largeMillis);
    print(small, smallMillis);
    double ratio = Medians.of(largeMillis) / Medians.of(smallMillis);
    double least = Collections.min(largeMillis) / Collections.min(smallMillis);
    System.out.printf(Locale.ROOT, "ratio\t%.2f\t%.2f%n", ratio, least);
    return ratio <= MOST_RATIO ? 0 : 1;
  }

  private static void print(Path document, List<Double> millis) {
    System.out.printf(
        Locale.ROOT,
        "%s\t%.0f\t%.0f%n",
        document.getFileName(),
        Medians.of(millis),
        Collections.min(millis));
  }

  private static double millis(Path jar) throws IOException {
    try (StdioServer server = StdioServer.start(jar).initialized()) {
      String answer =
          StdioServer.text(server.call("search", Map.of("query", "list all messages of a user")));
      double millis = server.millisSinceStart();
      if (!answer.contains("\n  access: ")) {
        throw new IOException(jar + " found nothing: " + answer);
      }
      return millis;
    }
  }
}
