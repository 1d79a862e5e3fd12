package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Test
  void aLongRunSaysWhatItIsAt() throws InterruptedException {
    try (Progress progress = Progress.to(lines::add, Duration.ofMillis(5))) {
      progress.at("writing 3 files");
      String line = lines.poll(10, TimeUnit.SECONDS);
      while (line != null && line.startsWith("starting")) {
        line = lines.poll(10, TimeUnit.SECONDS);
      }
      assertThat(line).matches("writing 3 files, [0-9]+ s");
    }
  }

  @Test
  void aQuickRunSaysNothing() {
    try (Progress progress = Progress.to(lines::add, Duration.ofHours(1))) {
      progress.at("writing 3 files");
    }
    assertThat(lines).isEmpty();
  }
}
