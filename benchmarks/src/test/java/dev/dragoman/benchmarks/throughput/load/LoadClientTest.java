package dev.dragoman.benchmarks.throughput.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.benchmarks.measure.Programs;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both clients do the same; wrk is tested where it is installed. */
class LoadClientTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Request REQUEST =
      new Request("POST", "/a?b=c", Map.of("X-Quoted", "a\"b\\c"), "{\"text\":\"a\\\"]]\"}");

  @TempDir static Path folder;

  static Stream<LoadClient> clients() {
    List<LoadClient> clients = new ArrayList<>(List.of(new JavaClient()));
    Optional<Path> wrk = Programs.find("wrk");
    wrk.ifPresent(program -> clients.add(new WrkClient(program, List.of(), folder)));
    return clients.stream();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void sendsTheRequestAsItIs(LoadClient client) throws Exception {
    Set<String> requests = ConcurrentHashMap.newKeySet();
    try (LoopbackApi api =
        new LoopbackApi(
            (request, out) -> {
              requests.add(request);
              out.write(LoopbackApi.json("{}"));
              return true;
            })) {
      Load load = client.run(api.port(), REQUEST, Plan.busy(2, SECOND));
      assertThat(requests)
          .singleElement()
          .asString()
          .startsWith("POST /a?b=c HTTP/1.1\r\n")
          .contains("X-Quoted: a\"b\\c\r\n", "Host: 127.0.0.1:" + api.port() + "\r\n")
          .endsWith("\r\n\r\n" + REQUEST.body());
      assertThat(load.failures()).isZero();
      assertThat(load.calls()).isGreaterThan(10);
      assertThat(load.perSecond()).isBetween(0.5 * load.calls(), 1.1 * load.calls());
      assertThat(load.p99()).isGreaterThanOrEqualTo(load.median()).isPositive();
      assertThat(load.ticks()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void recordsTheCourse(LoadClient client) throws Exception {
    try (Upstream upstream = new JavaUpstream()) {
      long before = System.currentTimeMillis();
      Load load = client.run(upstream.port(), Kind.direct(), Plan.busy(1, SECOND).recorded());
      assertThat(load.ticks()).hasSizeBetween(3, 6);
      assertThat(load.ticks())
          .allSatisfy(
              tick -> {
                assertThat(tick.startMillis() % Load.TICK_MILLIS).isZero();
                assertThat(tick.startMillis()).isBetween(before - 200, before + 20_000);
              });
      long counted = load.ticks().stream().mapToLong(Load.Tick::calls).sum();
      assertThat(counted).isBetween(1L, load.calls() + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void pausesBetweenCalls(LoadClient client) throws Exception {
    try (Upstream upstream = new JavaUpstream()) {
      Load load = client.run(upstream.port(), Kind.direct(), Plan.unhurried(SECOND));
      // A pause of 3 ms; without it there are thousands. Runs and pauses are not exactly as long.
      assertThat(load.perSecond()).isBetween(1.0, 500.0);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void countsFailures(LoadClient client) throws Exception {
    byte[] failed =
        "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (LoopbackApi api =
        new LoopbackApi(
            (request, out) -> {
              out.write(failed);
              return true;
            })) {
      Load load = client.run(api.port(), Kind.direct(), Plan.busy(1, SECOND));
      assertThat(load.failures()).isPositive().isEqualTo(load.calls());
    }
  }

  @Test
  void aRunWithoutAResultIsNotALoad() {
    assertThatThrownBy(() -> WrkClient.load("unable to connect\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unable to connect");
  }

  @Test
  void theFiguresOfWrk() throws IOException {
    Load load = WrkClient.load("Running 1s test\nTICK 200 5\nRESULT 100 2000000 50000 300 900 7\n");
    assertThat(load).isEqualTo(new Load(100, 2, 0.3, 0.9, 7, 500, List.of(new Load.Tick(200, 5))));
    assertThat(load.perSecond()).isEqualTo(50);
  }
}
