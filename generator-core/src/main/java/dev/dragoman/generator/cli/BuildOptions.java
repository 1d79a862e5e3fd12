package dev.dragoman.generator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of the generator's command line. */
final class BuildOptions {
  @Option(
      names = "--spec",
      required = true,
      paramLabel = "FILE",
      description = "The OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 document to build a server for.")
  private Path spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The folder that the document's references must stay within. Default: the document's own"
              + " folder.")
  private Optional<Path> root;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Where to write the server: server.jar, its libraries in lib/, and the sources in"
              + " generated/.")
  private Path out;

  @Option(
      names = "--lib",
      required = true,
      paramLabel = "DIR",
      description = "The folder that contains the libraries a server needs, as jar files.")
  private Path lib;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A configuration file: see docs/configuration.md.")
  private Optional<Path> config;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description =
          "An OpenAPI Overlay to apply to the document. Applied after the"
              + " overlays of --config.")
  private Optional<Path> overlay;

  @Option(
      names = "--name",
      paramLabel = "WORD",
      description =
          "The vendor's name in class, header and variable names. Default: derived from the"
              + " document's title.")
  private Optional<String> apiName;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The Java package of the generated classes. Default: server.")
  private Optional<String> packageName;

  @Option(
      names = "--semantic",
      paramLabel = "DIR",
      description = "Enable semantic search, with the libraries of the semantic module in DIR.")
  private Optional<Path> semantic;

  @Option(
      names = "--scripts",
      paramLabel = "DIR",
      description = "Offer the tool run_script, with the libraries of the script module in DIR.")
  private Optional<Path> scripts;

  @Option(
      names = "--client",
      description = "Generate a typed client besides the server: see docs/java.md.")
  private boolean client;

  @Option(names = "--strict", description = "Treat a warning about the document as an error.")
  private boolean strict;

  /** The folders that contain the libraries of the server. */
  List<Path> libraries() {
    return Stream.of(Stream.of(lib), semantic.stream(), scripts.stream())
        .flatMap(folders -> folders)
        .toList();
  }

  /** The server to build. */
  ServerSpec spec() {
    return new ServerSpec(
        spec,
        root,
        out,
        config,
        overlay,
        apiName,
        packageName,
        new ServerSpec.Parts(client, semantic.isPresent(), scripts.isPresent()),
        strict);
  }
}
