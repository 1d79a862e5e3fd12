package dev.dragoman.runtime.tool.wait;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.ratelimit.RetryAfter;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Decides after each response of a repeated read whether it is the last one, and waits before the
 * next request: 1 second at first, then half as long again each time up to 10 seconds, and as long
 * as the API asks for. Serves one call.
 */
public final class Waiter {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int FIRST_FAILURE = 300;

  private final WaitRequest request;
  private final ProgressListener progress;
  private final Deadline deadline;
  private int requests;
  private Duration next = FIRST_PAUSE;
  private Duration pause = Duration.ZERO;
  private String state = "";
  private String reader = "";
  private boolean timeIsOver;

  /**
   * Starts to wait.
   *
   * @param progress is told the seconds waited so far
   */
  public Waiter(WaitRequest request, ProgressListener progress) {
    this.request = request;
    this.progress = progress;
    this.deadline = Deadline.in(request.limit());
  }

  public WaitRequest request() {
    return request;
  }

  /** Whether a response is the last one: it has the values, or is an error, or time is over. */
  public boolean isLast(ApiResponse response) {
    requests++;
    if (response.status() >= FIRST_FAILURE) {
      state = "stopped at status " + response.status();
      return true;
    }
    JsonNode body =
        JsonReader.forResponses().find(response.body().shared()).orElse(MissingNode.getInstance());
    List<FieldValues> open =
        request.until().entrySet().stream()
            .filter(one -> !FieldValues.of(body, one.getKey()).areAmong(one.getValue()))
            .map(one -> FieldValues.of(body, one.getKey()))
            .toList();
    if (open.isEmpty()) {
      state = shown(fields(body), "");
      return true;
    }
    state = shown(open, "still ");
    timeIsOver = isTimeOver(response);
    return timeIsOver;
  }

  /**
   * Whether a request that the API accepted is not followed because the API asks for more time than
   * there is; starts to wait if it is.
   *
   * @param operation the operation that reads its state
   */
  public boolean isOverAfter(ApiResponse accepted, String operation) {
    requests++;
    reader = operation;
    state = "accepted";
    timeIsOver = isTimeOver(accepted);
    return timeIsOver;
  }

  /** Ends the wait for another reason. */
  public void end(String why) {
    requests = Math.max(requests, 1);
    state = why;
  }

  /** Whether the last response came too early, so that waiting could go on. */
  public boolean isTimeOver() {
    return timeIsOver;
  }

  private List<FieldValues> fields(JsonNode body) {
    return request.until().keySet().stream().map(path -> FieldValues.of(body, path)).toList();
  }

  private static String shown(List<FieldValues> fields, String still) {
    return fields.stream().map(field -> field.shown(still)).collect(Collectors.joining(", "));
  }

  /** The last request is made when time is over, unless the API asks for a later one. */
  private boolean isTimeOver(ApiResponse response) {
    Optional<Duration> asked = RetryAfter.of(response, Instant.now());
    Duration left = deadline.left();
    if (asked.filter(time -> time.compareTo(left) > 0).isPresent()) {
      state += "; the API asks to wait another " + asked.get().toSeconds() + " s";
      return true;
    }
    Duration wanted = asked.filter(time -> time.compareTo(FIRST_PAUSE) > 0).orElse(next);
    next = shorter(next.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
    pause = shorter(wanted, left);
    return left.isZero();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Waits before the next request; nothing is held meanwhile.
   *
   * @throws dev.dragoman.runtime.execute.UpstreamException if the call is cancelled
   */
  public void pause() {
    double total = request.limit().toSeconds();
    progress.report(waited().toMillis() / 1000.0, OptionalDouble.of(total), "waiting: " + state);
    deadline.pause(pause);
  }

  private Duration waited() {
    return request.limit().minus(deadline.left());
  }

  /** What happened, e.g. {@code waited 12 s, 4 requests; status is "delivered"}. */
  public String note() {
    return "waited "
        + Math.round(waited().toMillis() / 1000.0)
        + " s"
        + (reader.isEmpty() ? "" : " with " + reader)
        + ", "
        + requests
        + (requests == 1 ? " request; " : " requests; ")
        + state;
  }
}
