package dev.dragoman.benchmarks.answers;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.server.StdioServer;
import dev.dragoman.generator.options.GenerationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Checks whether the text of a hit is sufficient to call the operation: for random hits, a program
 * that knows only the notation creates calls from their text, which the built server then
 * validates.
 */
public final class Usability {
  private static final int PER_DOCUMENT = 3;
  private static final String VENDOR = "Bench";
  private static final Map<String, String> FULL_ACCESS = Map.of("BENCH_ACCESS_MODE", "full-access");

  private final Random random;
  private int tried;
  private int accepted;

  private Usability(long seed) {
    random = new Random(seed);
  }

  /**
   * Chooses hits of several documents, including the two largest, and tries them.
   *
   * @return 1 if a call is refused
   */
  public static int run(Path folder, int hits, long seed) throws IOException {
    Usability usability = new Usability(seed);
    List<Corpus.Document> documents = usability.drawn(folder, hits);
    System.out.println("document\toperation\taccepted");
    for (int i = 0; i < documents.size(); i++) {
      int left = hits - usability.tried;
      usability.tryHits(
          documents.get(i), (left + documents.size() - i - 1) / (documents.size() - i));
    }
    System.out.println("# " + usability.accepted + " of " + usability.tried + " accepted");
    return usability.accepted == usability.tried && usability.tried == hits ? 0 : 1;
  }

  private List<Corpus.Document> drawn(Path folder, int hits) throws IOException {
    List<Corpus.Document> all = new ArrayList<>(Corpus.of(folder));
    Collections.shuffle(all, random);
    all.sort(Comparator.comparing(document -> !isLarge(document)));
    return all.subList(0, Math.min(all.size(), (hits + PER_DOCUMENT - 1) / PER_DOCUMENT));
  }

  private static boolean isLarge(Corpus.Document document) {
    return document.input().document().toFile().length() > 4_000_000;
  }

  private void tryHits(Corpus.Document document, int count) throws IOException {
    Path out = Home.emptyFolder("usable");
    GenerationOptions options =
        new GenerationOptions(Optional.of(VENDOR), "server", Optional.empty());
    BuiltServer built = BuiltServer.of(document.input(), out, options);
    try (StdioServer server = StdioServer.start(built.jar(), FULL_ACCESS).initialized()) {
      for (Hit hit : hits(document, server, count)) {
        tryHit(document.name(), server, hit);
      }
    }
    Home.delete(out);
  }

  /** Different hits for several queries. */
  private List<Hit> hits(Corpus.Document document, StdioServer server, int count)
      throws IOException {
    Map<String, Hit> drawn = new LinkedHashMap<>();
    List<String> requests = new ArrayList<>(Requests.of(document, server, 4 * count, random));
    Collections.shuffle(requests, random);
    for (String request : requests) {
      List<Hit> hits = Hit.in(StdioServer.text(server.call("search", Map.of("query", request))));
      if (drawn.size() < count && !hits.isEmpty()) {
        Hit hit = hits.get(random.nextInt(hits.size()));
        drawn.putIfAbsent(hit.operation(), hit);
      }
    }
    return List.copyOf(drawn.values());
  }

  private void tryHit(String document, StdioServer server, Hit hit) throws IOException {
    Map<String, Object> call = hit.call();
    JsonNode result = server.call("execute", call);
    boolean well = !result.path("isError").asBoolean(false);
    tried++;
    accepted += well ? 1 : 0;
    System.out.println(document + "\t" + hit.operation() + "\t" + (well ? "yes" : "no"));
    if (!well) {
      System.out.println(hit.text().indent(4) + "    " + call);
      System.out.println(StdioServer.text(result).indent(4));
    }
  }
}
