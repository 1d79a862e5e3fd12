package dev.dragoman.cli;

import dev.dragoman.generator.goal.AcceptGoal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The goal {@code accept}. */
@Command(
    name = "accept",
    description =
        "Accepts what a document exposes: writes the lock file next to it, and reports what"
            + " changed. Commit the lock file.")
final class AcceptCommand extends AbstractReadingCommand {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The OpenAPI document.")
  private Optional<Path> document;

  @Option(
      names = "--forget-former-ids",
      description =
          "Drop the former ids of renamed operations. Otherwise the lock keeps them, and agents can"
              + " still call the operations by them.")
  private boolean forgetFormerIds;

  @Override
  Optional<Path> document() {
    return document;
  }

  @Override
  int run() {
    return run(new AcceptGoal(log(), forgetFormerIds)::prepare);
  }
}
