package dev.dragoman.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.Requests;
import dev.dragoman.generator.goal.Step;
import dev.dragoman.generator.goal.Steps;
import java.nio.file.Path;
import java.util.List;
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
    List<GenerationRequest> requests = Requests.of(settings, names());
    new Steps(names()).run(requests, goal, last(settings, requests));
    return ExitCode.OK;
  }

  /** What remains to be done when the goal has succeeded for all documents. */
  Step last(GoalSettings settings, List<GenerationRequest> requests) {
    return () -> {};
  }
}
