package dev.dragoman.cli;

import dev.dragoman.generator.goal.DescribeGoal;
import dev.dragoman.generator.goal.DescribeGoal.Format;
import dev.dragoman.generator.goal.ReportFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The goal {@code describe}. */
@Command(
    name = "describe",
    description =
        "Describes what would be generated: operations with access level, credentials and required"
            + " parameters, files and warnings.")
final class DescribeCommand extends AbstractReadingCommand {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The OpenAPI document.")
  private Optional<Path> document;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default) or json.")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to write to. Default: standard output.")
  private Optional<Path> output;

  @Override
  Optional<Path> document() {
    return document;
  }

  @Override
  int run() {
    return run(new DescribeGoal(format, new ReportFile(output, document.isPresent()))::prepare);
  }
}
