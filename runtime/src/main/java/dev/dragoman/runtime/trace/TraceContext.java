package dev.dragoman.runtime.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a request in a trace (W3C Trace Context, Level 1). It is handed on as it was
 * received: this server does not create spans. What is malformed is ignored, as the specification
 * requires.
 *
 * @param parent the value of {@code traceparent}, in version 00; empty if there is none
 * @param state the value of {@code tracestate}; empty if there is none
 */
public record TraceContext(String parent, String state) {
  /** No trace. */
  public static final TraceContext NONE = new TraceContext("", "");

  /** The name of the header, and of the member of {@code _meta}, with the trace and the span. */
  public static final String PARENT = "traceparent";

  /** The name of the header, and of the member of {@code _meta}, with the state of vendors. */
  public static final String STATE = "tracestate";

  /** Versions above 00 may add fields (section 3.2.4). */
  private static final Pattern PARENT_FORMAT =
      Pattern.compile(
          "(?<version>(?!ff)[0-9a-f]{2})-(?<trace>(?!0{32})[0-9a-f]{32})"
              + "-(?<span>(?!0{16})[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

  /** Longest value of {@code traceparent} that is looked at; version 00 has 55 characters. */
  private static final int MAX_PARENT = 256;

  /** The flags that are handed on of an unknown version: the one of section 3.2.2.5, "sampled". */
  private static final int SAMPLED = 1;

  public TraceContext {
    Objects.requireNonNull(parent);
    Objects.requireNonNull(state);
  }

  /**
   * Reads headers.
   *
   * @param parents the values of {@code traceparent}; several are none
   * @param states the values of {@code tracestate}, in order
   */
  public static TraceContext of(List<String> parents, List<String> states) {
    Optional<String> parent =
        parents.size() == 1 ? normal(parents.get(0).strip()) : Optional.empty();
    return parent
        .map(valid -> new TraceContext(valid, TraceState.of(states).orElse("")))
        .orElse(NONE);
  }

  private static Optional<String> normal(String text) {
    Matcher fields = PARENT_FORMAT.matcher(text);
    if (text.length() > MAX_PARENT || !fields.matches()) {
      return Optional.empty();
    }
    boolean known = fields.group("version").equals("00");
    if (known) {
      return fields.group("more") == null ? Optional.of(text) : Optional.empty();
    }
    int flags = Integer.parseInt(fields.group("flags"), 16) & SAMPLED;
    return Optional.of("00-" + fields.group("trace") + "-" + fields.group("span") + "-0" + flags);
  }

  /** Whether there is no trace. */
  public boolean isEmpty() {
    return parent.isEmpty();
  }

  /** The id of the trace: 32 hexadecimal digits; empty if there is none. */
  public Optional<String> traceId() {
    return traceId(parent);
  }

  /** The id of the trace in a value of {@code traceparent}; empty if it has none. */
  public static Optional<String> traceId(String traceparent) {
    Matcher fields = PARENT_FORMAT.matcher(traceparent);
    return fields.matches() ? Optional.of(fields.group("trace")) : Optional.empty();
  }
}
