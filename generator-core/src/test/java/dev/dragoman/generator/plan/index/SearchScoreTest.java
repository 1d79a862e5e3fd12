package dev.dragoman.generator.plan.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchScoreTest {

  @Test
  void alternativesCountAsGold() {
    List<Set<String>> gold = List.of(Set.of("GET /a", "GET /b"), Set.of("GET /c"));
    SearchScore score = SearchScore.of(gold, List.of("GET /x", "GET /b", "GET /a"));
    assertThat(score.recall5()).isEqualTo(0.5);
    assertThat(score.hit1()).isZero();
    assertThat(score.mrr()).isEqualTo(0.5);
  }

  @Test
  void nothingFoundScoresNothing() {
    SearchScore score = SearchScore.of(List.of(Set.of("GET /a")), List.of());
    assertThat(score).isEqualTo(new SearchScore(1, 0, 0, 0, 0, 0));
  }

  @Test
  void meansCountTasksOrSets() {
    SearchScore one = new SearchScore(1, 1, 1, 1, 1, 1);
    SearchScore three = new SearchScore(3, 0, 0, 0, 0, 0);
    assertThat(SearchScore.overTasks(List.of(one, three)).hit1()).isEqualTo(0.25);
    assertThat(SearchScore.overSets(List.of(one, three)).hit1()).isEqualTo(0.5);
    assertThat(SearchScore.overTasks(List.of()).hit1()).isZero();
  }
}
