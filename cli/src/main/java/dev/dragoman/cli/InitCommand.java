package dev.dragoman.cli;

import dev.dragoman.generator.goal.InitGoal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The goal {@code init}. */
@Command(
    name = "init",
    description =
        "Sets up a Maven module for a document: POM, document, lock, README with client"
            + " configurations, and a script that builds and starts the server. Overwrites"
            + " nothing.")
final class InitCommand extends AbstractCommand {
  @Mixin private final SourceOptions source = new SourceOptions();

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "",
      description = "The module's folder. Default: the current one.")
  private Path directory;

  @Option(
      names = "--group-id",
      paramLabel = "ID",
      defaultValue = "com.example",
      description = "The module's groupId. Default: com.example.")
  private String groupId;

  @Option(
      names = "--artifact-id",
      paramLabel = "ID",
      description = "The module's artifactId. Default: the vendor's name and -mcp-server.")
  private Optional<String> artifactId;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description =
          "Package of the generated classes. Default: derived from the groupId and the vendor's"
              + " name.")
  private Optional<String> packageName;

  @Option(
      names = "--name",
      paramLabel = "WORD",
      description = "The vendor's name. Default: derived from the API's title.")
  private Optional<String> apiName;

  @Override
  int run() {
    new InitGoal(directory, groupId, artifactId, packageName, apiName, Dragoman.Version.number())
        .run(source.request(directory, false), log(), names());
    return ExitCode.OK;
  }
}
