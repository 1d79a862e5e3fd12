package dev.dragoman.generator.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocationTest {
  private static final Location ROOT = new Location("a.yaml", 1, 1, "");

  @Test
  void putsThePointerTogetherFromItsSteps() {
    Location place = ROOT.member("paths", 2, 1).member("/a~b", 3, 3).item(12, 4, 5);

    assertThat(place.pointer()).isEqualTo("/paths/~1a~0b/12");
    assertThat(place).hasToString("a.yaml:4:5 (#/paths/~1a~0b/12)");
  }

  @Test
  void leavesOutWhatIsUnknown() {
    assertThat(Location.file("a.yaml")).hasToString("a.yaml");
    assertThat(ROOT).hasToString("a.yaml:1:1");
  }

  @Test
  void isEqualToTheSamePlaceHoweverItWasReached() {
    Location stepwise = ROOT.member("info", 2, 3).item(0, 4, 5);
    Location whole = new Location("a.yaml", 4, 5, "/info/0");

    assertThat(stepwise).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(stepwise).isNotEqualTo(new Location("a.yaml", 4, 5, "/info/1"));
    assertThat(stepwise).isNotEqualTo(new Location("b.yaml", 4, 5, "/info/0"));
  }
}
