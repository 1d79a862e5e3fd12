package dev.dragoman.generator.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command line that builds a server of several APIs; a picocli mixin. */
public final class CombinedOptions {
  @Option(
      names = "--combined-name",
      paramLabel = "NAME",
      description =
          "With several documents, the server's own name, in its title, flags and variables."
              + " Default: "
              + SeveralSpec.NAME
              + ".")
  private Optional<String> combinedName = Optional.empty();

  /** The server's own name. */
  public Optional<String> combinedName() {
    return combinedName;
  }
}
