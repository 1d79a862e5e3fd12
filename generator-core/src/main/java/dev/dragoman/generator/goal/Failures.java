package dev.dragoman.generator.goal;

import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Converts exceptions of the generator to failures of a goal. */
final class Failures {
  private static final String OF_THE_LOCK = "DRG-LOCK-";
  private static final String OF_A_BUNDLE = "DRG-BUNDLE-";

  private Failures() {}

  /** Says that a document, its lock or a bundle was rejected, with every problem. */
  static GoalFailure of(GenerationException refused, SettingNames names) {
    String newline = System.lineSeparator();
    boolean lock =
        refused.problems().stream().anyMatch(problem -> problem.code().startsWith(OF_THE_LOCK));
    return new GoalFailure(
        lock
            ? "The document does not match its lock:"
                + newline
                + refused.getMessage()
                + newline
                + "To accept the changes: "
                + names.command("accept")
            : (isAboutBundle(refused)
                    ? "Cannot pack the server:"
                    : "Cannot generate a server from the OpenAPI document:")
                + newline
                + refused.getMessage());
  }

  private static boolean isAboutBundle(GenerationException refused) {
    return refused.problems().stream().anyMatch(problem -> problem.code().startsWith(OF_A_BUNDLE));
  }

  /** Converts an I/O error, naming the file. */
  static GoalFailure of(IOException refused) {
    String what =
        refused instanceof AccessDeniedException denied
            ? place(denied.getFile()) + ": permission denied."
            : "I/O error: " + text(refused);
    return new GoalFailure(what, refused);
  }

  /** Temporary files have generated names; report their folder instead. */
  private static String place(String file) {
    return file.replaceFirst("[/\\\\]\\.[^/\\\\]*\\.tmp$", "");
  }

  private static String text(IOException refused) {
    if (refused instanceof FileAlreadyExistsException inTheWay) {
      return inTheWay.getFile() + " already exists.";
    }
    if (refused instanceof FileSystemException refusal && refusal.getFile() != null) {
      String reason = refusal.getReason() == null ? kind(refusal) : refusal.getReason();
      return place(refusal.getFile()) + ": " + reason + ".";
    }
    String message = refused.getMessage();
    return (message == null || message.isBlank() ? kind(refused) : message) + ".";
  }

  /** The words of an exception's name: a {@code NoSuchFileException} is "no such file". */
  private static String kind(IOException refused) {
    return refused
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
