package dev.dragoman.runtime.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One report about the server. Its free text has been bounded by its maker and holds no token-like
 * string: every sink gets it redacted.
 *
 * @param kind what sort of report
 * @param message free text, at most {@link #MESSAGE_LIMIT} characters
 * @param operation the operation it is about, when there is one
 * @param tool the tool it is about, when there is one
 */
public record Feedback(
    Kind kind, String message, Optional<String> operation, Optional<String> tool) {

  /** The most characters of a message. */
  public static final int MESSAGE_LIMIT = 2_000;

  /** The most characters of the name of an operation. */
  public static final int OPERATION_LIMIT = 300;

  /** What sort of report. */
  public enum Kind {
    /** The server did something wrong. */
    BUG,
    /** The server cannot do something that it should. */
    MISSING_CAPABILITY,
    /** A description, an answer or an error that misled. */
    CONFUSING,
    /** An idea that is none of the others. */
    SUGGESTION;

    /** The value in calls and in files, e.g. {@code missing_capability}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind a word names; empty for any other word. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words, in the order of the enum. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Kind::word).toList();
    }
  }

  public Feedback {
    Objects.requireNonNull(kind);
    if (message.length() > MESSAGE_LIMIT) {
      throw new IllegalArgumentException("message of " + message.length() + " characters");
    }
    message = Redaction.of(message);
    operation.ifPresent(
        name -> {
          if (name.length() > OPERATION_LIMIT) {
            throw new IllegalArgumentException("operation of " + name.length() + " characters");
          }
        });
    Objects.requireNonNull(tool);
  }
}
