package dev.dragoman.cli;

import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.Requests;
import dev.dragoman.generator.goal.Steps;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Base class of the commands that read documents like {@code generate}. */
abstract class AbstractReadingCommand extends AbstractCommand {
  @Mixin private final GoalOptions documents = new GoalOptions();

  /** The document; empty if a folder is read. */
  abstract Optional<Path> document();

  /** The folder of generated files. */
  Path output() {
    return Path.of(GenerateCommand.OUTPUT);
  }

  /** Runs a goal for each document. */
  final int run(Steps.Preparation goal) {
    GoalSettings settings = documents.settings(document(), output());
    new Steps(names()).run(Requests.of(settings, names()), goal);
    return ExitCode.OK;
  }
}
