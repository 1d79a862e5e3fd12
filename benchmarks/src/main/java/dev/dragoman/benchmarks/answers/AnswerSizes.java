package dev.dragoman.benchmarks.answers;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.benchmarks.measure.Medians;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures how long the results of search are, as returned by the tool of a built server. */
public final class AnswerSizes {
  private static final int REQUESTS = 50;
  private static final int MOST_TOKENS = 1_500;
  private static final long SEED = 1;

  private AnswerSizes() {}

  /**
   * Queries the server of every document.
   *
   * @param each whether to print a line for each result, too
   * @return 1 if a result with five hits is longer than allowed
   */
  public static int run(Path folder, boolean each) throws IOException {
    System.out.println("document\trequests\tmedian tokens\tmost tokens\tover " + MOST_TOKENS);
    int over = 0;
    for (Corpus.Document document : Corpus.of(folder)) {
      List<Integer> tokens = tokens(document, each);
      long tooLong = tokens.stream().filter(count -> count > MOST_TOKENS).count();
      over += (int) tooLong;
      int most = tokens.stream().mapToInt(Integer::intValue).max().orElse(0);
      int middle = (int) Medians.of(tokens);
      System.out.println(
          String.join(
              "\t",
              document.name(),
              String.valueOf(tokens.size()),
              String.valueOf(middle),
              String.valueOf(most),
              String.valueOf(tooLong)));
    }
    System.out.println("# over " + MOST_TOKENS + " tokens: " + over);
    return over == 0 ? 0 : 1;
  }

  private static List<Integer> tokens(Corpus.Document document, boolean each) throws IOException {
    Path out = Home.emptyFolder("answers");
    List<Integer> tokens = new ArrayList<>();
    BuiltServer built = BuiltServer.of(document.input(), out);
    try (StdioServer server = StdioServer.start(built.jar()).initialized()) {
      for (String request : Requests.of(document, server, REQUESTS, new Random(SEED))) {
        String answer = StdioServer.text(server.call("search", Map.of("query", request)));
        tokens.add(Tokens.of(answer));
        if (each) {
          System.out.println("  " + Tokens.of(answer) + "\t" + request);
        }
      }
    }
    Home.delete(out);
    return tokens;
  }
}
