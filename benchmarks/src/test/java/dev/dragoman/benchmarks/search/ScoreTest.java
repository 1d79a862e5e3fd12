package dev.dragoman.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void alternativesCountAsGold() {
    List<Set<String>> gold = List.of(Set.of("GET /a", "GET /b"), Set.of("GET /c"));
    Score score = Score.of(gold, List.of("GET /x", "GET /b", "GET /a"));
    assertThat(score.recall5()).isEqualTo(0.5);
    assertThat(score.hit1()).isZero();
    assertThat(score.mrr()).isEqualTo(0.5);
  }

  @Test
  void nothingFoundScoresNothing() {
    Score score = Score.of(List.of(Set.of("GET /a")), List.of());
    assertThat(score).isEqualTo(new Score(1, 0, 0, 0, 0, 0));
  }

  @Test
  void meansCountTasksOrSets() {
    Score one = new Score(1, 1, 1, 1, 1, 1);
    Score three = new Score(3, 0, 0, 0, 0, 0);
    assertThat(Score.overTasks(List.of(one, three)).hit1()).isEqualTo(0.25);
    assertThat(Score.overSets(List.of(one, three)).hit1()).isEqualTo(0.5);
    assertThat(Score.overTasks(List.of()).hit1()).isZero();
  }
}
