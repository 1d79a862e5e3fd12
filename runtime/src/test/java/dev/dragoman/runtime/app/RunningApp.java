package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.ServerDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole server over HTTP on a free port, in this process; stopped by interruption. */
final class RunningApp implements AutoCloseable {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicInteger exit = new AtomicInteger(-1);
  private final Thread thread;
  private final McpClient client;
  private final URI endpoint;

  RunningApp(ServerDefinition definition, Map<String, String> environment, List<String> flags)
      throws InterruptedException {
    this(definition, Extensions.NONE, environment, flags);
  }

  /** A server with what its owner adds to it. */
  RunningApp(
      ServerDefinition definition,
      Extensions extensions,
      Map<String, String> environment,
      List<String> flags)
      throws InterruptedException {
    this(Servable.of(definition, extensions), environment, flags);
  }

  /** A server of whatever there is to serve. */
  RunningApp(Servable servable, Map<String, String> environment, List<String> flags)
      throws InterruptedException {
    ServerCommand app =
        new ServerCommand(
            servable,
            environment,
            new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    thread = new Thread(() -> exit.set(app.run(flags)));
    thread.start();
    Matcher url = Pattern.compile("http://[^ ]+/mcp\n").matcher("");
    Await.until(
        () -> "the server listens: " + err(), () -> url.reset(err()).find() || !thread.isAlive());
    assertThat(thread.isAlive()).as(err()).isTrue();
    endpoint = URI.create(url.group().strip());
    client = new McpClient(endpoint);
  }

  /** The URL of the endpoint. */
  URI url() {
    return endpoint;
  }

  /** A client that sends no headers of its own. */
  McpClient client() {
    return client;
  }

  /** What the operator has been told so far. */
  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  int readiness() {
    try {
      return client.get("/readyz").statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until something holds; what the operator has been told is shown when it does not. */
  void until(BooleanSupplier holds) throws InterruptedException {
    Await.until(() -> "something held: " + err(), holds);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(20_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(thread.isAlive()).isFalse();
    assertThat(exit).hasValue(0);
  }
}
