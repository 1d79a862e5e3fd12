package dev.dragoman.runtime.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.extension.Feedback;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackForwarderTest {
  private static final Duration SOON = Duration.ofMillis(20);

  @TempDir Path folder;
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private volatile CountDownLatch answering = new CountDownLatch(0);
  private HttpServer endpoint;
  private Path file;
  private JsonLinesFeedbackSink sink;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("feedback.jsonl");
    sink = new JsonLinesFeedbackSink(file, "acme", "1", Clock.systemUTC());
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext("/reports", this::receive);
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    if (status / 100 == 2) {
      accepted.add(message(body));
    }
    try {
      answering.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static String message(String line) {
    JsonNode report = JsonMapper.shared().readTree(line);
    return report.required("message").stringValue();
  }

  private FeedbackForwarder forwarder() {
    URI url = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/reports");
    return new FeedbackForwarder(file, url, OutboundClient.direct(), SOON).start();
  }

  private String submit(String message) {
    return sink.submit(
        new Feedback(Feedback.Kind.BUG, message, Optional.empty(), Optional.empty()));
  }

  @Test
  void reportsArePostedInOrderWithTheirIds() throws Exception {
    try (FeedbackForwarder forwarder = forwarder()) {
      String first = submit("one größer");
      forwarder.wake();
      String second = submit("two");
      forwarder.wake();
      Await.until(() -> "both: " + accepted, () -> accepted.size() == 2);
      assertThat(accepted).containsExactly("one größer", "two");
      assertThat(keys).containsExactly(first, second);
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void nothingIsLostWhileTheEndpointFails() throws Exception {
    status = 503;
    try (FeedbackForwarder forwarder = forwarder()) {
      String first = submit("one");
      submit("two");
      forwarder.wake();
      Await.until(() -> "tried again: " + keys, () -> keys.size() >= 3);
      assertThat(accepted).isEmpty();
      assertThat(keys).containsOnly(first);
      status = 200;
      Await.until(() -> "both: " + accepted, () -> accepted.size() == 2);
    }
    assertThat(accepted).containsExactly("one", "two");
  }

  @Test
  void aNewRunContinuesWhereTheLastOneStopped() throws Exception {
    submit("one");
    try (FeedbackForwarder forwarder = forwarder()) {
      forwarder.wake();
      Await.until(() -> "one: " + accepted, () -> accepted.size() == 1);
    }
    Await.until(
        () -> "the position is kept", () -> Files.exists(folder.resolve("feedback.jsonl.sent")));
    submit("two while nobody forwards");
    try (FeedbackForwarder forwarder = forwarder()) {
      forwarder.wake();
      Await.until(() -> "two: " + accepted, () -> accepted.size() == 2);
    }
    assertThat(accepted).containsExactly("one", "two while nobody forwards");
  }

  @Test
  void aReportThatIsBeingPostedAtTheEndIsNotPostedAgain() throws Exception {
    answering = new CountDownLatch(1);
    submit("one");
    try (FeedbackForwarder forwarder = forwarder()) {
      forwarder.wake();
      Await.until(() -> "one: " + accepted, () -> accepted.size() == 1);
    }
    answering.countDown();
    Await.until(
        () -> "the position is kept", () -> Files.exists(folder.resolve("feedback.jsonl.sent")));
    submit("two");
    try (FeedbackForwarder forwarder = forwarder()) {
      forwarder.wake();
      Await.until(() -> "two: " + accepted, () -> accepted.size() == 2);
    }
    assertThat(accepted).containsExactly("one", "two");
  }

  @Test
  void aFileThatWasReplacedIsReadFromItsBeginning() throws Exception {
    submit("a report with many more characters than the next one has");
    try (FeedbackForwarder forwarder = forwarder()) {
      Await.until(() -> "first: " + accepted, () -> accepted.size() == 1);
      Await.until(
          () -> "the position is kept", () -> Files.exists(folder.resolve("feedback.jsonl.sent")));
      Files.delete(file);
      submit("new");
      forwarder.wake();
      Await.until(() -> "second: " + accepted, () -> accepted.size() == 2);
    }
    assertThat(accepted).endsWith("new");
  }
}
