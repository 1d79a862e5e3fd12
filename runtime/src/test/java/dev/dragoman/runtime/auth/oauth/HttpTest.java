package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authorization server may answer, and what it may not. */
class HttpTest {
  private final AtomicInteger elsewhere = new AtomicInteger();
  private final Http http = new Http(OutboundClient.direct());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/good", 200, "{\"a\":1}");
    answer("/big", 200, "{\"a\":\"" + "x".repeat(600_000) + "\"}");
    answer("/array", 200, "[]");
    answer("/text", 200, "<html>");
    answer("/twice", 200, "{\"a\":1,\"a\":2}");
    answer("/error", 500, "{\"a\":1}");
    answer("/redirect", 302, "");
    server.createContext(
        "/elsewhere",
        exchange -> {
          elsewhere.incrementAndGet();
          exchange.close();
        });
    server.start();
  }

  private void answer(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void aServerThatIsDownIsNamed() {
    URI good = url("/good");
    server.stop(0);
    assertThatThrownBy(() -> http.get(good))
        .hasMessage("no response from " + good + ": it cannot be reached");
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> http.get(url("/good")))
          .isInstanceOf(VerifierUnavailableException.class)
          .hasMessage("the wait for " + url("/good") + " was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anObjectIsRead() {
    assertThat(http.get(url("/good"))).hasToString("{\"a\":1}");
  }

  @ParameterizedTest
  @CsvSource({
    "/big,      no response from",
    "/array,    returned JSON that is not an object",
    "/text,     returned a response that is not JSON",
    "/twice,    returned a response that is not JSON",
    "/error,    returned status 500",
    "/redirect, returned status 302",
    "/missing,  returned status 404",
  })
  void whateverElseComesIsNoAnswer(String path, String message) {
    assertThatThrownBy(() -> http.get(url(path)))
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessageContaining(message);
    assertThat(elsewhere).as("redirects followed").hasValue(0);
  }
}
