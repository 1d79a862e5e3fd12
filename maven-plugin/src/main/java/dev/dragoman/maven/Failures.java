package dev.dragoman.maven;

import dev.dragoman.generator.problem.GenerationException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;

/** What the generator refuses, as Maven tells it. */
final class Failures {
  private static final String OF_THE_LOCK = "DRG-LOCK-";

  private Failures() {}

  static MojoFailureException of(GenerationException refused, MojoExecution execution) {
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
                + acceptCommand(execution)
            : "The OpenAPI document cannot become a server:" + newline + refused.getMessage());
  }

  /** The goal with the configuration of an execution of the POM. */
  static String acceptCommand(MojoExecution execution) {
    String id = execution.getExecutionId();
    return "mvn dragoman:accept"
        + (id.equals("default-cli") ? " with the same parameters" : "@" + id);
  }
}
