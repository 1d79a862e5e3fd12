package dev.dragoman.maven;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.maven.project.GoalCommand;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.maven.plugin.MojoFailureException;

/** What the generator refuses, as Maven tells it. */
final class Failures {
  private static final String OF_THE_LOCK = "DRG-LOCK-";

  private Failures() {}

  static MojoFailureException of(GenerationException refused, GoalCommand command) {
    String newline = System.lineSeparator();
    boolean lock =
        refused.problems().stream().anyMatch(problem -> problem.code().startsWith(OF_THE_LOCK));
    return new MojoFailureException(
        lock
            ? "The document is not what the lock agrees to:"
                + newline
                + refused.getMessage()
                + newline
                + "To agree: "
                + command.goal("accept")
            : "The OpenAPI document cannot become a server:" + newline + refused.getMessage());
  }

  /** What the disk refuses, with the file it is about. */
  static MojoFailureException of(IOException refused) {
    String what =
        refused instanceof AccessDeniedException denied
            ? place(denied.getFile()) + ": there is no permission to write here."
            : "The disk refuses: " + text(refused);
    return new MojoFailureException(what, refused);
  }

  /** Drafts have names that nobody knows; what cannot be written is their folder. */
  private static String place(String file) {
    return file.replaceFirst("[/\\\\]\\.[^/\\\\]*\\.tmp$", "");
  }

  private static String text(IOException refused) {
    return refused instanceof FileAlreadyExistsException inTheWay
        ? inTheWay.getFile() + " is in the way."
        : refused + ".";
  }
}
