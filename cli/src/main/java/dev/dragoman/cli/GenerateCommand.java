package dev.dragoman.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.FormerApis;
import dev.dragoman.generator.goal.GenerateGoal;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The goal {@code generate}. */
@Command(
    name = "generate",
    description =
        "Generates the Java sources and resources of an MCP server. Does nothing if document,"
            + " options and version are unchanged.")
final class GenerateCommand extends AbstractReadingCommand {
  static final String OUTPUT = "generated";

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 document, in JSON or YAML.")
  private Optional<Path> document;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = OUTPUT,
      description =
          "Output folder: Java files in sources/, resources in resources/, the report in reports/."
              + " Default: generated.")
  private Path out;

  @Option(names = "--force", description = "Generate even if nothing has changed.")
  private boolean force;

  @Override
  Optional<Path> document() {
    return document;
  }

  @Override
  Path output() {
    return out;
  }

  /** With {@code --input-directory}, documents that were removed from it. */
  @Override
  Step last(GoalSettings settings, List<GenerationRequest> requests) {
    return FormerApis.of(settings, requests).deletion(log());
  }

  @Override
  int run() {
    return run(new GenerateGoal(log(), names(), force)::prepare);
  }
}
