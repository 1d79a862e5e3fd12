package dev.dragoman.runtime.execute.response;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.UpstreamException;
import org.junit.jupiter.api.Test;

class ResponseMemoryTest {
  private static final int MIB = 1024 * 1024;
  private final ResponseMemory memory = new ResponseMemory(MIB, 0);

  @Test
  void longAnswersShareWhatThereIs() {
    try (ResponseMemory.Share first = memory.share()) {
      first.take(MIB);
      try (ResponseMemory.Share second = memory.share()) {
        second.take(MIB);
        assertThatThrownBy(() -> second.take(MIB))
            .isInstanceOf(UpstreamException.class)
            .hasMessageContaining("no memory left for another long response");
      }
      assertThatCode(() -> memory.share().take(MIB)).doesNotThrowAnyException();
    }
  }

  @Test
  void shortAnswersAlwaysHaveRoom() {
    int shortOne = 64 * 1024;
    try (ResponseMemory.Share greedy = memory.share()) {
      greedy.take(2 * MIB + shortOne);
      for (int call = 0; call < 1_000; call++) {
        ResponseMemory.Share share = memory.share();
        assertThatCode(() -> share.take(shortOne)).doesNotThrowAnyException();
        assertThatThrownBy(() -> share.take(1))
            .as("nothing is left for long ones")
            .isInstanceOf(UpstreamException.class);
      }
    }
  }

  @Test
  void whatIsThrownAwayIsGivenBackOnce() {
    ResponseMemory.Share share = memory.share();
    for (int attempt = 0; attempt < 10; attempt++) {
      share.take(2 * MIB);
      share.reset();
    }
    share.close();
    share.close();
    share.take(100 * MIB);
    assertThatThrownBy(() -> memory.share().take(3 * MIB)).isInstanceOf(UpstreamException.class);
  }
}
