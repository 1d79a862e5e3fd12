package dev.dragoman.benchmarks.serving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingTest {

  @Test
  void percentilesAndMedians() {
    long[] nanos = {4_000_000, 1_000_000, 3_000_000, 2_000_000};
    assertThat(Figures.percentile(nanos, 0.5)).isEqualTo(2);
    assertThat(Figures.percentile(nanos, 0.99)).isEqualTo(4);
    assertThat(Figures.percentile(nanos, 1)).isEqualTo(4);
    assertThat(Figures.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
  }

  @Test
  void aLineIsKeptBetweenCalls() throws IOException {
    try (LoopbackApi api =
            new LoopbackApi(
                (request, out) -> {
                  boolean chunked = request.startsWith("POST");
                  out.write(
                      chunked
                          ? "HTTP/1.1 201 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                              .getBytes(ISO_8859_1)
                          : LoopbackApi.json("{}"));
                  return true;
                });
        HttpLine line = new HttpLine(api.port())) {
      assertThat(line.send("GET", "/", "", "")).isEqualTo(new HttpLine.Reply(200, "{}"));
      assertThat(line.send("POST", "/", "", "x")).isEqualTo(new HttpLine.Reply(201, "abc"));
    }
  }

  @Test
  void aRefusedCallIsNoLostCall() throws IOException {
    try (LoopbackApi api = new LoopbackApi((request, out) -> false);
        HttpLine line = new HttpLine(api.port())) {
      assertThatThrownBy(() -> line.send("GET", "/", "", ""))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(HttpLine.RefusedException.class);
    }
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (HttpLine line = new HttpLine(free)) {
      assertThatThrownBy(() -> line.send("GET", "/", "", ""))
          .isInstanceOf(HttpLine.RefusedException.class);
    }
  }

  @Test
  void anErrorIsNoSuccess() {
    assertThat(ExampleCalls.isSuccess(new HttpLine.Reply(200, "{\"result\":{\"isError\":true}}")))
        .isFalse();
    assertThat(ExampleCalls.isSuccess(new HttpLine.Reply(200, "{\"result\":{\"isError\":false}}")))
        .isTrue();
    assertThat(ExampleCalls.isSuccess(new HttpLine.Reply(503, "{\"result\":{}}"))).isFalse();
  }
}
