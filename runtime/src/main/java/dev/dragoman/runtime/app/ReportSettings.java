package dev.dragoman.runtime.app;

import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where feedback and audit events go.
 *
 * @param feedback file for feedback; null if there is no feedback
 * @param feedbackUrl where feedback is posted as well
 * @param audit file for audit events as JSON lines, {@code -} for the error stream; empty for the
 *     log
 * @param searchLog file for pairs of query words and operation
 */
record ReportSettings(
    @Nullable Path feedback,
    Optional<URI> feedbackUrl,
    Optional<String> audit,
    Optional<Path> searchLog) {

  static ReportSettings of(CommandLine line) {
    return new ReportSettings(feedback(line), feedbackUrl(line), audit(line), searchLog(line));
  }

  private static @Nullable Path feedback(CommandLine line) {
    CommandLine.Given given = line.value(Flag.FEEDBACK);
    if (given.value().equals("off")) {
      return null;
    }
    try {
      return Path.of(given.value());
    } catch (InvalidPathException e) {
      line.problem(given.source() + " must be a file, or off.");
      return null;
    }
  }

  private static Optional<URI> feedbackUrl(CommandLine line) {
    CommandLine.Given given = line.value(Flag.FEEDBACK_URL);
    if (given.value().isEmpty()) {
      return Optional.empty();
    }
    if (line.value(Flag.FEEDBACK).value().equals("off")) {
      line.problem(given.source() + " requires a file: --feedback must not be off.");
    }
    try {
      URI url = new URI(given.value());
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return Optional.of(url);
      }
    } catch (URISyntaxException notUrl) {
      // Reported below, like a URL of another scheme.
    }
    line.problem(given.source() + " must be an absolute http or https URL.");
    return Optional.empty();
  }

  private static Optional<Path> searchLog(CommandLine line) {
    CommandLine.Given given = line.value(Flag.SEARCH_LOG);
    if (given.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(given.value());
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null && Files.isDirectory(parent) && !Files.isDirectory(file)) {
        return Optional.of(file);
      }
    } catch (InvalidPathException e) {
      // Reported below, like a file in a folder that does not exist.
    }
    line.problem(given.source() + " must be a file in an existing folder.");
    return Optional.empty();
  }

  private static Optional<String> audit(CommandLine line) {
    CommandLine.Given given = line.value(Flag.AUDIT);
    try {
      Path parent = Path.of(given.value()).toAbsolutePath().getParent();
      if (!given.value().isEmpty() && (parent == null || !Files.isDirectory(parent))) {
        line.problem(given.source() + " must be a file in an existing folder, or -.");
      }
    } catch (InvalidPathException e) {
      line.problem(given.source() + " must be a file, or -.");
    }
    return Optional.of(given.value()).filter(value -> !value.isEmpty());
  }
}
