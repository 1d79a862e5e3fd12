package dev.dragoman.generator.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command line has which reads a document; a picocli mixin. */
public final class DocumentOptions {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The folder that the document's references must stay within. Default: the document's own"
              + " folder.")
  private Optional<Path> root = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A configuration file with the settings of the plugin: operations, credentials,"
              + " environments, tools. See docs/configuration.md.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "WORD",
      description =
          "The vendor's name in class, header and variable names. Default: derived from the"
              + " document's title.")
  private Optional<String> apiName = Optional.empty();

  @Option(
      names = "--client",
      description = "Generate a typed client, too: a class with a method per operation.")
  private boolean client;

  @Option(names = "--strict", description = "Treat a warning about the document as an error.")
  private boolean strict;

  /** The folder that the document's references must stay within; empty for its own folder. */
  public Optional<Path> root() {
    return root;
  }

  /** The configuration file. */
  public Optional<Path> config() {
    return config;
  }

  /** The vendor's name; empty to derive it from the document's title. */
  public Optional<String> apiName() {
    return apiName;
  }

  /** Whether a typed client is generated, too. */
  public boolean client() {
    return client;
  }

  /** Whether a warning about the document is an error. */
  public boolean strict() {
    return strict;
  }
}
