package dev.dragoman.runtime.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimedExchangeTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch done = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write('o');
          exchange.getResponseBody().flush();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
  }

  private HttpResponse<String> get(String path, Duration patience)
      throws TimeoutException, InterruptedException, ExecutionException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return TimedExchange.send(
        client,
        HttpRequest.newBuilder(url).build(),
        HttpResponse.BodyHandlers.ofString(),
        patience);
  }

  @Test
  void callersThatHoldTheCommonPoolHoldNoAnswerBack() throws Exception {
    List<ForkJoinTask<?>> waiting = new ArrayList<>();
    for (int thread = 0; thread < ForkJoinPool.getCommonPoolParallelism(); thread++) {
      waiting.add(ForkJoinPool.commonPool().submit(() -> done.await(60, TimeUnit.SECONDS)));
    }

    assertThat(get("/", Duration.ofSeconds(30)).body()).isEqualTo("ok");
    done.countDown();
    waiting.forEach(ForkJoinTask::join);
  }

  @Test
  void anAnswerThatDoesNotEndIsBrokenOff() {
    assertThatThrownBy(() -> get("/half", Duration.ofMillis(300)))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void aServerThatIsNotThereIsTheCause() {
    server.stop(0);

    assertThatThrownBy(() -> get("/", Duration.ofSeconds(30)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }
}
