package dev.dragoman.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dragoman.runtime.search.rank.RankingWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What search must not fall below, on the benchmark's development part. Needs the folder that the
 * system property {@code dragoman.shared} names.
 */
class SearchQualityTest {
  private static final Ranker WORDS = Ranker.lexical(RankingWeights.DEFAULT);

  private static List<SearchSet> sets = List.of();
  private static Map<String, Score> table = Map.of();

  @BeforeAll
  static void readTheSets() throws IOException {
    Path folder = Path.of(System.getProperty("dragoman.shared", "none"), "search", "dev");
    assumeThat(Files.isDirectory(folder)).as("the benchmark is here").isTrue();
    sets = SearchSet.all(folder);
    table =
        Table.of(
            sets, WORDS, List.of("restbench_tmdb", "wapii_asana", "wapii_gcal", "agentdiff_gcal"));
  }

  @ParameterizedTest
  @CsvSource({
    "mean of 4, 0.74, 0.82, 0.70",
    "wapii_asana, 0.97, 0.98, 0.85",
    "wapii_gcal, 0.95, 0.98, 0.85",
    "kind developer, 0.82, 0.92, 0.70",
    "kind everyday, 0.43, 0.65, 0.29",
    "socbench/ (mean), 0.74, 0.92, 0.88",
    "toolbench_g1, 0.69, 0.77, 0.63"
  })
  void scoresStayUp(String row, double recall5, double recall10, double hit1) {
    Score score = table.get(row);
    assertThat(score.recall5()).isGreaterThanOrEqualTo(recall5);
    assertThat(score.recall10()).isGreaterThanOrEqualTo(recall10);
    assertThat(score.hit1()).isGreaterThanOrEqualTo(hit1);
  }

  @ParameterizedTest
  @CsvSource({
    "short_github, create an issue in a repository, POST /repos/{owner}/{repo}/issues",
    "short_github, who am i, GET /user",
    "short_github, createIssue, POST /repos/{owner}/{repo}/issues",
    "short_stripe, create a customer, POST /v1/customers",
    "short_stripe, erase a customer, DELETE /v1/customers/{customer}"
  })
  void whatEverybodyAsksForIsAmongTheFirstThree(String set, String query, String route) {
    Task task = new Task("1", query, "", List.of(Set.of(route)));
    assertThat(WORDS.rank(set(set).corpus(), task).subList(0, 3)).contains(route);
  }

  @Test
  void oneQueryPerStepFindsAlmostAll() {
    assertThat(PerClause.recall(List.of(set("agentdiff_gcal")), WORDS, 10)).isGreaterThan(0.92);
  }

  @Test
  void anIndexIsSmall() {
    Corpus github = set("short_github").corpus();
    assertThat(github.indexBytes() / github.operations().size()).isLessThan(250);
  }

  private static SearchSet set(String name) {
    return sets.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
  }
}
