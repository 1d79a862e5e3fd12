package dev.dragoman.benchmarks.corpus;

import java.util.List;
import java.util.Locale;

/**
 * The result for one document.
 *
 * @param declared the operations of the document, counted without the generator
 * @param handlers the handlers in the generated sources
 * @param listed the operations that the running server describes
 * @param problem why there is no server; empty if there is one
 */
record CorpusRow(
    String document,
    int declared,
    long handlers,
    double generateMillis,
    double compileMillis,
    long jarBytes,
    int listed,
    String problem) {
  static final String HEADINGS =
      String.join(
          "\t",
          List.of(
              "document",
              "operations",
              "handlers",
              "generate_ms",
              "javac_ms",
              "jar_bytes",
              "started_and_listed",
              "outcome"));

  static CorpusRow failed(String document, int declared, String problem) {
    return new CorpusRow(document, declared, 0, 0, 0, 0, 0, problem);
  }

  boolean passed() {
    return problem.isEmpty() && handlers == declared && listed == declared;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%d\t%d\t%.0f\t%.0f\t%d\t%d\t%s",
        document,
        declared,
        handlers,
        generateMillis,
        compileMillis,
        jarBytes,
        listed,
        outcome());
  }

  private String outcome() {
    if (!problem.isEmpty()) {
      return "FAIL " + problem.replaceAll("\\s+", " ");
    }
    return passed() ? "ok" : "FAIL the counts differ";
  }
}
