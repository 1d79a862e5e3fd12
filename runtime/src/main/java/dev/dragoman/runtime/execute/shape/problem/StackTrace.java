package dev.dragoman.runtime.execute.shape.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes the frames of stack traces, line by line: Java, JavaScript and .NET ({@code at …}),
 * Python, Ruby, PHP and Go. The messages between them, such as {@code Caused by: …}, remain.
 */
final class StackTrace {
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s*(at \\S.*|\\.{3} \\d+ (more|common frames omitted).*|File \"[^\"]*\", line \\d+.*"
              + "|(from )?\\S+\\.(rb|go|py|php|js|ts):\\d+.*|#\\d+ .*|goroutine \\d+ .*"
              + "|--- End of .*stack trace.*)");

  /** The lines of source code below a frame in Python. */
  private static final Pattern SOURCE = Pattern.compile(" {4,}\\S.*|\\s*\\^+\\s*|\\s*[~^]+\\s*");

  /** One line may look like a frame by accident. */
  private static final int LEAST = 2;

  private StackTrace() {}

  static boolean isFrame(String line) {
    return line.length() < 2_000 && FRAME.matcher(line).matches();
  }

  /** The text without the frames of its traces; the text itself if there are none. */
  static String withoutFrames(String text) {
    List<String> kept = new ArrayList<>();
    int frames = 0;
    boolean below = false;
    for (String line : text.split("\\R", -1)) {
      boolean frame = isFrame(line);
      boolean source = below && SOURCE.matcher(line).matches();
      below = frame || source;
      if (below) {
        frames++;
      } else {
        kept.add(line);
      }
    }
    return frames < LEAST ? text : String.join("\n", kept).strip();
  }
}
