package dev.dragoman.generator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the generator's command line. */
final class BuildOptions {
  @Mixin private final DocumentOptions document = new DocumentOptions();

  @Option(
      names = "--spec",
      required = true,
      paramLabel = "FILE",
      converter = NamedDocument.Converter.class,
      description =
          "The OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 document to build a server for. If it is given"
              + " several times, also as NAME=FILE, the server has all of these APIs.")
  private List<NamedDocument> documents = List.of();

  @Mixin private final CombinedOptions combined = new CombinedOptions();

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
      names = "--overlay",
      paramLabel = "FILE",
      description =
          "An OpenAPI Overlay to apply to the document. Applied after the"
              + " overlays of --config.")
  private Optional<Path> overlay;

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

  /** The folders that contain the libraries of the server. */
  List<Path> libraries() {
    return Stream.of(Stream.of(lib), semantic.stream(), scripts.stream())
        .flatMap(folders -> folders)
        .toList();
  }

  /** The build of the server. */
  ServerBuild build(Consumer<String> log) {
    return ServerBuild.of(documents, combined.combinedName(), spec(), libraries(), log);
  }

  /** The settings of the server, with the first document. */
  ServerSpec spec() {
    return new ServerSpec(
        documents.get(0).file(),
        document.root(),
        out,
        document.config(),
        overlay,
        document.apiName(),
        packageName,
        new ServerSpec.Parts(document.client(), semantic.isPresent(), scripts.isPresent()),
        document.strict());
  }
}
