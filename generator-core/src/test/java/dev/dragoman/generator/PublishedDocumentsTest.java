package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.Documents;
import dev.dragoman.generator.testing.Documents.Published;
import dev.dragoman.generator.testing.GeneratedServer;
import dev.dragoman.generator.testing.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers of whole documents: compiled by the strictest compiler, driven by generated bodies. */
class PublishedDocumentsTest {
  private static final int INSTANCES_PER_BODY = 10;
  private static final int MAX_LINES = 1000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "petshop.yaml, 12",
    "library.yaml, 18",
    "harbor.json, 21",
    "clinic.yaml, 20",
    "polar.yaml, 10",
    "polytomic.yaml, 128"
  })
  void sample(String name, int operations) throws Exception {
    check(SpecInput.of(Path.of("../sample-specs", name)), operations);
  }

  static Stream<Published> documents() throws IOException {
    return Documents.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void published(Published document) throws Exception {
    check(document.input(), document.operations());
  }

  private void check(SpecInput input, int operations) throws Exception {
    try (GeneratedServer server = GeneratedServer.of(input, folder)) {
      assertThat(server.messages()).isEmpty();
      Map<String, String> sources = Trees.read(server.sources());
      assertThat(sources.values().stream().mapToLong(PublishedDocumentsTest::handlers).sum())
          .isEqualTo(operations);
      assertThat(sources)
          .allSatisfy(
              (file, text) -> assertThat(text.lines().count()).isLessThanOrEqualTo(MAX_LINES));
      RoundTrip roundTrip = new RoundTrip(server, 42);
      assertThat(roundTrip.differences(INSTANCES_PER_BODY)).isEmpty();
    }
  }

  private static long handlers(String source) {
    return source.split("OperationHandler\\.of\\(", -1).length - 1L;
  }
}
