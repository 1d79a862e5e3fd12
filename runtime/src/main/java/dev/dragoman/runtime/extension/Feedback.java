package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.mask.Redaction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One report about the server. Its creator has limited the length of its free text and redacted
 * token-like strings, before it reaches any sink.
 *
 * @param kind the kind of report
 * @param message free text, at most {@link #MESSAGE_LIMIT} characters
 * @param operation the operation that it is about, if any
 * @param tool the tool that it is about, if any
 */
public record Feedback(
    Kind kind, String message, Optional<String> operation, Optional<String> tool) {

  /** Maximum number of characters of a message. */
  public static final int MESSAGE_LIMIT = 2_000;

  /** Maximum number of characters of an operation's name. */
  public static final int OPERATION_LIMIT = 300;

  /** The kind of report. */
  public enum Kind {
    /** The server does something wrong. */
    BUG,
    /** The server lacks a capability that it should have. */
    MISSING_CAPABILITY,
    /** A misleading description, result or error. */
    CONFUSING,
    /** Any other idea. */
    SUGGESTION;

    /** The value in calls and in files, e.g. {@code missing_capability}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with the given name; empty if there is none. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All names, in declaration order. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Kind::word).toList();
    }
  }

  public Feedback {
    Objects.requireNonNull(kind);
    if (message.length() > MESSAGE_LIMIT) {
      throw new IllegalArgumentException(
          "message is too long: " + message.length() + " characters");
    }
    message = Redaction.of(message);
    operation.ifPresent(
        name -> {
          if (name.length() > OPERATION_LIMIT) {
            throw new IllegalArgumentException(
                "operation is too long: " + name.length() + " characters");
          }
        });
    Objects.requireNonNull(tool);
  }
}
