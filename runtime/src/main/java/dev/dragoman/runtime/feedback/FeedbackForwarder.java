package dev.dragoman.runtime.feedback;

import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.outbound.OutboundClient;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the reports of a feedback file to an HTTP endpoint, in order, one JSON object per request.
 * The file is the queue: a report is in it before the agent is told that it is stored, and the
 * position up to which the endpoint has accepted it is kept beside the file. Nothing is lost while
 * the endpoint is down or the server restarts; a report whose confirmation was lost is posted again
 * with the same {@code Idempotency-Key}.
 */
public final class FeedbackForwarder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackForwarder.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** In bytes; nothing of a reply but its status is used. */
  private static final int LONGEST_REPLY = 1024 * 1024;

  /** In bytes; reports are limited to a fraction of it. */
  private static final int LONGEST_LINE = 256 * 1024;

  private final Path file;
  private final Path position;
  private final URI endpoint;
  private final Duration firstPause;
  private final OutboundClient client;
  private final Object changed = new Object();
  private final Thread thread = new Thread(this::run, "feedback");
  private boolean news = true;
  private boolean closed;

  /**
   * Creates a forwarder; nothing is read or sent before {@link #start}.
   *
   * @param client sends the requests
   */
  public FeedbackForwarder(Path file, URI endpoint, OutboundClient client) {
    this(file, endpoint, client, FIRST_PAUSE);
  }

  FeedbackForwarder(Path file, URI endpoint, OutboundClient client, Duration firstPause) {
    this.client = client;
    this.file = Objects.requireNonNull(file);
    this.position = file.resolveSibling(file.getFileName() + ".sent");
    this.endpoint = Objects.requireNonNull(endpoint);
    this.firstPause = firstPause;
    thread.setDaemon(true);
  }

  /** Starts forwarding, beginning with what an earlier run did not get rid of. */
  public FeedbackForwarder start() {
    thread.start();
    return this;
  }

  /** Reports that the file has grown. */
  public void wake() {
    synchronized (changed) {
      news = true;
      changed.notifyAll();
    }
  }

  /**
   * Ends forwarding. A report that is being posted is finished first, in the background, so that a
   * later run does not post it again.
   */
  @Override
  public void close() {
    synchronized (changed) {
      closed = true;
      changed.notifyAll();
    }
  }

  private void run() {
    Duration pause = firstPause;
    try {
      while (awaitNews()) {
        while (!isForwarded() && !isClosedWithin(pause)) {
          pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
        pause = firstPause;
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the file has grown; false if the forwarder has been closed. */
  private boolean awaitNews() throws InterruptedException {
    synchronized (changed) {
      while (!news && !closed) {
        changed.wait();
      }
      news = false;
      return !closed;
    }
  }

  /** Waits for this time, or until the forwarder is closed. */
  private boolean isClosedWithin(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    synchronized (changed) {
      for (long left = pause.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
        changed.wait(left / 1_000_000 + 1);
      }
      return closed;
    }
  }

  private boolean isClosed() {
    synchronized (changed) {
      return closed;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Posts everything that is new; whether all of it was accepted. */
  private boolean isForwarded() throws InterruptedException {
    try {
      while (true) {
        long from = readPosition();
        Optional<Line> line = next(from);
        if (line.isEmpty() || isClosed()) {
          return true;
        }
        if (!isAccepted(line.get().text())) {
          return false;
        }
        writePosition(line.get().end());
      }
    } catch (IOException e) {
      LOG.warn("Feedback cannot be forwarded from {}: {}", file, e.toString());
      return false;
    }
  }

  /** A complete line of the file, and the position after it. */
  private record Line(String text, long end) {}

  /** A file that is shorter than the position was replaced: it is read from its beginning. */
  private Optional<Line> next(long position) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      long start = position <= open.length() ? position : 0;
      byte[] rest = new byte[(int) Math.min(open.length() - start, LONGEST_LINE)];
      open.seek(start);
      open.readFully(rest);
      for (int i = 0; i < rest.length; i++) {
        if (rest[i] == '\n') {
          return Optional.of(
              new Line(new String(rest, 0, i, StandardCharsets.UTF_8), start + i + 1));
        }
      }
      return Optional.empty();
    }
  }

  private boolean isAccepted(String line) throws InterruptedException {
    String id = line.replaceFirst(".*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
    RequestBody report = RequestBody.of("application/json", line.getBytes(StandardCharsets.UTF_8));
    OutgoingRequest request =
        new OutgoingRequest(
            "POST",
            endpoint,
            List.of(
                new Pair("Content-Type", report.contentType()), new Pair("Idempotency-Key", id)),
            Optional.of(report));
    try {
      int status = client.send(request, LONGEST_REPLY, PATIENCE).status();
      if (status / 100 == 2) {
        return true;
      }
      LOG.warn("The feedback endpoint returned status {}; report {} is kept.", status, id);
    } catch (ExchangeException e) {
      if (e.kind() == ExchangeException.Kind.CANCELLED) {
        throw new InterruptedException();
      }
      LOG.warn("The feedback endpoint cannot be reached; report {} is kept.", id);
    }
    return false;
  }

  private long readPosition() throws IOException {
    if (!Files.exists(position)) {
      return 0;
    }
    String text = Files.readString(position).strip();
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /** Replaces the file in one step, so that a crash leaves either position. */
  private void writePosition(long end) throws IOException {
    Path next = position.resolveSibling(position.getFileName() + ".new");
    Files.writeString(next, end + "\n");
    Files.move(next, position, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
