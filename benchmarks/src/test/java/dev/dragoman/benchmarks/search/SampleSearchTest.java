package dev.dragoman.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.rank.RankingWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What search must not fall below on the project's own documents and tasks. The tasks are in
 * everyday words that the documents do not use; the floors are a little below the figures of the
 * day on which they were set.
 */
class SampleSearchTest {
  private static final Path FOLDER = Path.of("../sample-specs/search");

  private static List<SearchSet> sets = List.of();
  private static Map<String, Score> table = Map.of();

  @BeforeAll
  static void readTheSets() throws IOException {
    sets = SearchSet.all(FOLDER);
    table = Table.of(sets, Ranker.lexical(RankingWeights.DEFAULT), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "library, 0.80, 0.45",
    "harbor, 0.70, 0.50",
    "clinic, 0.60, 0.55",
    "polytomic, 0.73, 0.45"
  })
  void scoresStayUp(String set, double recall5, double hit1) {
    Score score = table.get(set);
    assertThat(score.recall5()).as("recall@5").isGreaterThanOrEqualTo(recall5);
    assertThat(score.hit1()).as("hit@1").isGreaterThanOrEqualTo(hit1);
  }

  @Test
  void eachTaskNamesAnOperationOfItsDocument() {
    assertThat(sets).hasSize(4);
    assertThat(sets.stream().mapToInt(set -> set.tasks().size()).sum()).isGreaterThanOrEqualTo(40);
    for (SearchSet set : sets) {
      List<String> routes =
          set.corpus().operations().stream()
              .map(operation -> operation.method() + " " + operation.path())
              .toList();
      assertThat(set.tasks())
          .allSatisfy(task -> assertThat(routes).containsAll(task.gold().get(0)));
    }
  }
}
