package dev.dragoman.generator.plan.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dragoman.runtime.search.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What search must not fall below, on the benchmark's development part. Needs the folder that the
 * system property {@code dragoman.shared} names.
 */
class SearchQualityTest {
  private static List<SearchSet> sets = List.of();
  private static Map<String, SearchScore> table = Map.of();

  @BeforeAll
  static void readTheSets() throws IOException {
    Path folder = Path.of(System.getProperty("dragoman.shared", "none"), "search", "dev");
    assumeThat(Files.isDirectory(folder)).as("the benchmark is here").isTrue();
    sets = SearchSet.all(folder);
    table = SearchTable.of(sets, Ranking.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    SearchTable.CORE + ", 0.74, 0.66",
    "wapii_asana, 0.95, 0.82",
    "wapii_gcal, 0.95, 0.72",
    SearchTable.DEVELOPER + ", 0.78, 0.68",
    SearchTable.EVERYDAY + ", 0.42, 0.27",
    "socbench mean, 0.74, 0.87",
    "toolbench_g1, 0.69, 0.64"
  })
  void scoresStayUp(String set, double recall5, double hit1) {
    assertThat(table.get(set).recall5()).isGreaterThanOrEqualTo(recall5);
    assertThat(table.get(set).hit1()).isGreaterThanOrEqualTo(hit1);
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
    assertThat(set(set).ranked(query, 3, Ranking.DEFAULT)).contains(route);
  }

  @Test
  void anIndexIsSmall() {
    SearchSet github = set("short_github");
    assertThat(github.indexBytes() / github.operations().size()).isLessThan(250);
  }

  private static SearchSet set(String name) {
    return sets.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
  }
}
