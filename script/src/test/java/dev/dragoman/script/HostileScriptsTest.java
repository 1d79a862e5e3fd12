package dev.dragoman.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.script.ScriptLimits;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.script.ScriptOutcome.Failure;
import dev.dragoman.runtime.script.ScriptOutcome.Reason;
import dev.dragoman.runtime.script.ScriptOutcome.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that loop, recurse, fill memory, print, call, tamper and look for the host: each ends in
 * time with the outcome that the table {@code hostile.txt} expects. {@code |} separates the
 * accepted outcomes: where a script runs out of memory depends on how fast it gets there.
 */
@DisplayName("P1 hostile scripts")
class HostileScriptsTest {
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final ScriptLimits LIMITS = new ScriptLimits(TIME, 32L << 20, 100_000);

  /** A script of the table. */
  record Hostile(String name, List<String> outcomes, String message, String source) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostile> scripts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HostileScriptsTest.class.getResourceAsStream("hostile.txt"))) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(table.split("(?m)^### ")).skip(1).map(HostileScriptsTest::hostile);
    }
  }

  private static Hostile hostile(String text) {
    String[] parts = text.split("\n", 2);
    String[] head = parts[0].split(" => ", 3);
    return new Hostile(
        head[0], List.of(head[1].split("[|]")), head.length > 2 ? head[2] : "", parts[1].strip());
  }

  @Test
  void thereAreAtLeastFortyScripts() throws IOException {
    assertThat(scripts()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aHostileScriptEndsInTimeWithAClearOutcome(Hostile script) throws InterruptedException {
    RecordingHost host = new RecordingHost();
    new QuickJsEngine().run("return 0", host, LIMITS);
    long start = System.nanoTime();
    ScriptOutcome outcome = new QuickJsEngine().run(script.source(), host, LIMITS);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(TIME.plus(GRACE));
    assertThat(host.calls).hasSizeLessThanOrEqualTo(RecordingHost.MOST_CALLS);
    if (outcome instanceof Value value) {
      assertThat(script.outcomes()).as(value.json()).contains("VALUE");
      assertThat(value.json()).contains(script.message());
    } else if (outcome instanceof Failure failure) {
      assertThat(script.outcomes()).as(failure.message()).contains(failure.reason().name());
      assertThat(failure.message()).isNotBlank().hasSizeLessThan(5_000);
      if (failure.reason() != Reason.TIME) {
        assertThat(failure.message()).contains(script.message());
      }
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("script-"));
  }
}
