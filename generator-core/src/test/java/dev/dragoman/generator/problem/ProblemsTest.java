package dev.dragoman.generator.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final Location PLACE = new Location("a.yaml", 1, 2, "/info");

  private final Problems problems = new Problems();

  @Test
  void warningsDoNotEndAPhase() {
    problems.warning("DRG-X-1", PLACE, "Odd.", "");

    assertThatCode(problems::throwIfErrors).doesNotThrowAnyException();
  }

  @Test
  void anErrorEndsAPhaseWithAllThatWasNoted() {
    problems.warning("DRG-X-1", PLACE, "Odd.", "");
    problems.error("DRG-X-2", PLACE, "Wrong.", "Mend it.");

    GenerationException e =
        catchThrowableOfType(GenerationException.class, problems::throwIfErrors);

    assertThat(e.problems()).hasSize(2);
    assertThat(e).hasMessage("a.yaml:1:2 (#/info): [DRG-X-2] Wrong. Mend it.");
  }

  @Test
  void keepsTheSameProblemOnce() {
    problems.warning("DRG-X-1", PLACE, "Odd.", "");
    problems.warning("DRG-X-1", PLACE, "Odd.", "");
    problems.warning("DRG-X-1", PLACE.item(0, 1, 2), "Odd.", "");

    assertThat(problems.all()).hasSize(2);
  }
}
