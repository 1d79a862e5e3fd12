package dev.dragoman.generator;

import dev.dragoman.generator.keywords.KeywordProposals;
import dev.dragoman.runtime.tool.searchlog.SearchPairs;
import java.io.IOException;
import java.nio.file.Path;

/** Proposes keywords for the configuration of a server from its search log. */
public final class KeywordReport {
  private KeywordReport() {}

  /**
   * The proposals as a YAML snippet with the evidence in comments.
   *
   * @param log a file that a server wrote with {@code --search-log}
   * @param least how many searches must have had a word before it is proposed
   * @throws IOException if the log cannot be read
   * @throws dev.dragoman.generator.problem.GenerationException if the document is rejected
   */
  public static String of(GenerationRequest request, Path log, int least) throws IOException {
    return KeywordProposals.text(PlannedApi.of(request).plan(), SearchPairs.read(log), least);
  }
}
