package dev.dragoman.benchmarks.answers;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.benchmarks.measure.Medians;
import dev.dragoman.benchmarks.measure.Stopwatch;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Measures how long the server of the largest document takes for nonsensical input. */
public final class BadQueries {
  private static final double MOST_MILLIS = 50;
  private static final int ROUNDS = 20;
  private static final int STARTS = 3;

  private BadQueries() {}

  /**
   * Sends each input once to a server that has responded to one ordinary search, then repeatedly.
   *
   * @return 1 if a response takes too long or is empty
   */
  public static int run(Path folder) throws IOException {
    Corpus.Document largest =
        Corpus.of(folder).stream()
            .max(Comparator.comparing(one -> one.input().document().toFile().length()))
            .orElseThrow();
    Path out = Home.emptyFolder("bad");
    BuiltServer built = BuiltServer.of(largest.input(), out);
    System.out.println("input\tcold ms\twarm ms\tmost ms\tanswer");
    boolean well = true;
    for (Map.Entry<String, Map<String, ?>> input : inputs().entrySet()) {
      well &= isGood(built.jar(), input.getKey(), input.getValue());
    }
    Home.delete(out);
    return well ? 0 : 1;
  }

  /** The inputs by what is wrong with them; the last two are search queries. */
  static Map<String, Map<String, ?>> inputs() {
    String clauses =
        IntStream.range(0, 10_000).mapToObj(i -> "list issues").collect(Collectors.joining(", "));
    String fitting = IntStream.range(0, 600).mapToObj(i -> "a,").collect(Collectors.joining(" "));
    Map<String, Map<String, ?>> inputs = new LinkedHashMap<>();
    inputs.put("nothing", Map.of());
    inputs.put("empty", Map.of("query", ""));
    inputs.put("blanks", Map.of("query", "   \t\n "));
    inputs.put("100 kB", Map.of("query", "issue ".repeat(17_000)));
    inputs.put("100 kB word", Map.of("query", "x".repeat(100_000)));
    inputs.put("10,000 clauses", Map.of("query", clauses));
    inputs.put("10,000 queries", Map.of("queries", List.of(clauses.split(", ", -1))));
    inputs.put("unknown tag", Map.of("query", "create issue", "tag", "no-such-tag"));
    inputs.put("unknown method", Map.of("query", "create issue", "method", "FETCH"));
    inputs.put("unknown access", Map.of("query", "create issue", "access", "all"));
    inputs.put("unknown argument", Map.of("query", "create issue", "filter", "x"));
    inputs.put("wrong type", Map.of("query", Map.of("a", List.of(1))));
    inputs.put("controls", Map.of("query", "\u0000\u0007\u001b[31m\u202e\ud800"));
    inputs.put("clauses that fit", Map.of("query", fitting));
    return inputs;
  }

  /**
   * Measures several servers for the first call, then the last of them repeatedly; compares
   * medians.
   */
  private static boolean isGood(Path jar, String name, Map<String, ?> input) throws IOException {
    List<Double> cold = new ArrayList<>();
    List<Double> warm = new ArrayList<>();
    JsonNode answer = null;
    for (int start = 0; start < STARTS; start++) {
      try (StdioServer server = StdioServer.start(jar).initialized()) {
        server.call("search", Map.of("query", "create issue"));
        Stopwatch first = new Stopwatch();
        answer = server.call("search", input);
        cold.add(first.millis());
        for (int round = 0; start == STARTS - 1 && round < 2 * ROUNDS; round++) {
          Stopwatch watch = new Stopwatch();
          server.call("search", input);
          warm.add(watch.millis());
        }
      }
    }
    List<Double> second = warm.subList(ROUNDS, 2 * ROUNDS);
    String text = StdioServer.text(Objects.requireNonNull(answer)).replaceAll("\\s+", " ");
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s\t%.1f\t%.1f\t%.1f\t%s",
            name,
            Medians.of(cold),
            Medians.of(second),
            Collections.max(second),
            text.substring(0, Math.min(100, text.length()))));
    return Math.max(Medians.of(cold), Medians.of(second)) < MOST_MILLIS && !text.isBlank();
  }
}
