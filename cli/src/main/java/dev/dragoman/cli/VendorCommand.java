package dev.dragoman.cli;

import dev.dragoman.generator.goal.VendorGoal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The goal {@code vendor}. */
@Command(
    name = "vendor",
    description =
        "Copies a document into the project with a record of its source, date, checksum and"
            + " license, after checking that a server can be generated from it. Later runs report"
            + " what changed before they replace it.")
final class VendorCommand extends AbstractCommand {
  @Mixin private final SourceOptions source = new SourceOptions();

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "src/main/openapi",
      description = "The folder that contains one folder per vendor. Default: src/main/openapi.")
  private Path directory;

  @Option(names = "--dry-run", description = "Only report what would change.")
  private boolean dryRun;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "A file to write the changes to as Markdown, unless there was no document before.")
  private Optional<Path> output;

  @Override
  int run() {
    new VendorGoal(log(), output).run(source.request(directory, dryRun));
    return ExitCode.OK;
  }
}
