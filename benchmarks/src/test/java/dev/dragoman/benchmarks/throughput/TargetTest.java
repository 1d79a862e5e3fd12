package dev.dragoman.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.benchmarks.serving.HttpLine;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.throughput.load.JavaClient;
import dev.dragoman.benchmarks.throughput.load.Kind;
import dev.dragoman.benchmarks.throughput.load.Plan;
import dev.dragoman.benchmarks.throughput.load.Upstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final Plan PLAN = Plan.busy(2, Duration.ofMillis(200));
  private static final byte[] RIGHT = LoopbackApi.json(Upstream.BODY);
  private static final byte[] FAILED =
      "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Measures an API that gives these responses by the number of the request. */
  private static Target.Measured measure(IntFunction<byte[]> responses)
      throws IOException, InterruptedException {
    AtomicInteger count = new AtomicInteger();
    try (LoopbackApi api =
        new LoopbackApi(
            (request, out) -> {
              out.write(responses.apply(count.getAndIncrement()));
              return true;
            })) {
      return new Target("direct", Kind.EXECUTE, api.port(), Kind.direct(), null)
          .measure(new JavaClient(), PLAN);
    }
  }

  @Test
  void measuresRightResponses() throws Exception {
    Target.Measured measured = measure(count -> RIGHT);
    assertThat(measured.load().calls()).isPositive();
    assertThat(measured.load().bytesPerCall()).isEqualTo(RIGHT.length);
    assertThat(measured.cpuMicros()).as("of an API that is not a process").isNaN();
  }

  @Test
  void aFailedCallEndsTheMeasurement() {
    assertThatThrownBy(() -> measure(count -> count == 2 ? FAILED : RIGHT))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("1 calls failed: execute, direct");
  }

  @Test
  void otherResponsesThanTheSampleEndTheMeasurement() {
    assertThatThrownBy(() -> measure(count -> count == 0 ? RIGHT : LoopbackApi.json("{}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bytes on average");
  }

  @Test
  void aWrongSampleEndsTheMeasurement() {
    assertThatThrownBy(() -> measure(count -> LoopbackApi.json("{}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("responded with");
  }

  @Test
  void anErrorOfAToolIsNotARightResponse() {
    String hit = "{\"result\":{\"content\":[{\"text\":\"bulkSync_list\"}],\"isError\":false}}";
    assertThat(Target.isRight(Kind.SEARCH, new HttpLine.Reply(200, hit))).isTrue();
    assertThat(Target.isRight(Kind.EXECUTE, new HttpLine.Reply(200, hit))).isFalse();
    assertThat(Target.isRight(Kind.SEARCH, new HttpLine.Reply(202, hit))).isFalse();
    String error = hit.replace("false", "true");
    assertThat(Target.isRight(Kind.SEARCH, new HttpLine.Reply(200, error))).isFalse();
    String refused = "{\"error\":{\"message\":\"bulkSync_list\"}}";
    assertThat(Target.isRight(Kind.SEARCH, new HttpLine.Reply(200, refused))).isFalse();
  }
}
