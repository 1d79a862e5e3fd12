package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.server.http.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exchange without a network: a request as a test describes it, and what was done with it. Time
 * stands still unless a test runs a timer.
 */
final class RecordedExchange implements HttpExchange {
  private final String method;
  private final String path;
  private final Map<String, List<String>> requestHeaders = new LinkedHashMap<>();
  private final Map<String, String> responseHeaders = new LinkedHashMap<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private Optional<String> authority = Optional.empty();
  private byte[] content = new byte[0];
  private long declared = -1;
  private String network = "net-1";

  final List<Scheduled> timers = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  boolean holdsWrites;
  int status;
  int parts;
  boolean ended;
  @Nullable Throwable aborted;
  @Nullable RequestBody receiver;
  @Nullable Completion pendingWrite;
  @Nullable Runnable onSent;

  /** A task with its delay, run by the test. */
  static final class Scheduled implements Timer {
    final Runnable task;
    final Duration delay;
    boolean cancelled;

    Scheduled(Runnable task, Duration delay) {
      this.task = task;
      this.delay = delay;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  RecordedExchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** A request as clients send it: JSON, from the same machine. */
  static RecordedExchange post(String body) {
    return new RecordedExchange("POST", "/mcp")
        .with("Host", "localhost")
        .with("Content-Type", "application/json")
        .body(body);
  }

  static RecordedExchange get(String path) {
    return new RecordedExchange("GET", path).with("Host", "localhost");
  }

  RecordedExchange with(String name, String value) {
    requestHeaders
        .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
        .add(value);
    return this;
  }

  RecordedExchange without(String name) {
    requestHeaders.remove(name.toLowerCase(Locale.ROOT));
    return this;
  }

  RecordedExchange authority(String value) {
    authority = Optional.of(value);
    return this;
  }

  RecordedExchange body(String text) {
    content = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  RecordedExchange declaring(long length) {
    declared = length;
    return this;
  }

  RecordedExchange from(String value) {
    network = value;
    return this;
  }

  /** The response body so far. */
  String text() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  Optional<String> sentHeader(String name) {
    return Optional.ofNullable(responseHeaders.get(name.toLowerCase(Locale.ROOT)));
  }

  Map<String, String> sentHeaders() {
    return responseHeaders;
  }

  /** The timers that were neither cancelled nor run. */
  List<Scheduled> running() {
    return timers.stream().filter(timer -> !timer.cancelled).toList();
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Optional<String> authority() {
    return authority;
  }

  @Override
  public List<String> headers(String name) {
    return requestHeaders.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public long length() {
    return declared;
  }

  @Override
  public String network() {
    return network;
  }

  /** Hands the content over at once, unless there is none: then the test does it. */
  @Override
  public void receive(RequestBody body) {
    receiver = body;
    if (content.length > 0) {
      body.take(ByteBuffer.wrap(content));
      if (body.isOpen()) {
        body.complete();
      }
    }
  }

  @Override
  public void stopReceiving(Throwable cause) {
    events.add("stopReceiving " + cause.getClass().getSimpleName());
  }

  @Override
  public void status(int value) {
    status = value;
  }

  @Override
  public void header(String name, String value) {
    responseHeaders.put(name.toLowerCase(Locale.ROOT), value);
  }

  @Override
  public void write(ByteBuffer part, Completion completion) {
    append(part);
    parts++;
    if (holdsWrites) {
      pendingWrite = completion;
    } else {
      completion.succeeded();
    }
  }

  @Override
  public void end(ByteBuffer rest, Runnable done) {
    append(rest);
    ended = true;
    onSent = done;
  }

  private void append(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    sent.writeBytes(bytes);
  }

  @Override
  public void abort(Throwable cause) {
    aborted = cause;
    ended = true;
  }

  @Override
  public void hangUp() {
    events.add("hangUp");
    ended = true;
  }

  @Override
  public Timer schedule(Runnable task, Duration delay) {
    Scheduled timer = new Scheduled(task, delay);
    timers.add(timer);
    return timer;
  }

  @Override
  public void processing() {
    events.add("processing");
  }

  @Override
  public void responding() {
    events.add("responding");
  }
}
