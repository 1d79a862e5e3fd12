package dev.dragoman.cli;

import dev.dragoman.generator.InputAddress;
import dev.dragoman.generator.cli.CombinedOptions;
import dev.dragoman.generator.cli.DocumentOptions;
import dev.dragoman.generator.cli.NamedDocument;
import dev.dragoman.generator.cli.ServerBuild;
import dev.dragoman.generator.cli.ServerSpec;
import dev.dragoman.generator.goal.GoalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** What {@code ./run --spec FILE} does in a clone of this project, also with several documents. */
@Command(
    name = "serve",
    description = {
      "Generates, compiles and serves a document. Requires a JDK.",
      "Several documents give one server of several APIs. Each is named after its file, or as in"
          + " NAME=FILE.",
      "Options that are not listed here are passed to the server, as is everything after --; to"
          + " list them: serve FILE -- --help"
    })
final class ServeCommand extends AbstractCommand {
  /**
   * The exit code of a command whose server runs in this process; not an exit code of a process.
   */
  static final int RUNNING = -1;

  @Parameters(
      index = "0",
      paramLabel = "FILE...",
      converter = NamedDocument.Converter.class,
      description = "The OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 document, in JSON or YAML.")
  private NamedDocument first;

  @Mixin private final DocumentOptions options = new DocumentOptions();

  @Mixin private final CombinedOptions combined = new CombinedOptions();

  @Option(names = "--stdio", description = "Speak MCP on standard input and output, not HTTP.")
  private boolean stdio;

  @Option(names = "--port", paramLabel = "N", description = "HTTP port. Default: 8080.")
  private Optional<Integer> port;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Base URL of the API, instead of the document's servers.")
  private Optional<String> baseUrl;

  @Option(names = "--mock", description = "Respond from the document instead of calling the API.")
  private boolean mock;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description = "An OpenAPI Overlay to apply to the document, after those of --config.")
  private Optional<Path> overlay;

  @Option(
      names = "--scripts",
      description = "Offer the tool run_script, for tasks that take many calls.")
  private boolean scripts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output folder. Default: one for the document in the user's cache folder.")
  private Optional<Path> out;

  @Option(
      names = "--build-only",
      description = "Build, print the location of the server's jar, and exit.")
  private boolean buildOnly;

  @Unmatched private final List<String> more = new ArrayList<>();

  @Override
  int run() {
    List<NamedDocument> documents = documents();
    check(documents);
    try (EmbeddedLibraries libraries = EmbeddedLibraries.open()) {
      Path folder = out.isPresent() ? out.get() : CacheFolder.of(documents);
      ServerBuild build =
          ServerBuild.of(
              documents,
              combined.combinedName(),
              spec(folder),
              libraries.folders(scripts),
              log()::info);
      if (!build.succeeds()) {
        return ExitCode.SOFTWARE;
      }
      if (buildOnly) {
        System.out.println(build.jar());
        return ExitCode.OK;
      }
      ServerStart.run(build.jar(), arguments());
      return RUNNING;
    } catch (IOException e) {
      throw new GoalFailure("Cannot start the server: " + e, e);
    }
  }

  /** The words after the document, up to an option that only the server knows, and its value. */
  private List<NamedDocument> documents() {
    return Stream.concat(
            Stream.of(first),
            more.stream().takeWhile(ServeCommand::isDocument).map(NamedDocument::of))
        .toList();
  }

  /** Everything else that this command does not know. */
  private List<String> passedOn() {
    return more.stream().dropWhile(ServeCommand::isDocument).toList();
  }

  private static boolean isDocument(String word) {
    return !word.startsWith("-");
  }

  private void check(List<NamedDocument> documents) {
    List<String> wrong = documents.stream().flatMap(one -> problem(one.file()).stream()).toList();
    if (!wrong.isEmpty()) {
      throw new GoalFailure(String.join(System.lineSeparator(), wrong));
    }
  }

  private Optional<String> problem(Path document) {
    return InputAddress.of(document.toString())
        .map(
            address ->
                "FILE %s: %s Copy the document into a folder with: %s"
                    .formatted(
                        address.text(), address.problem(), names().vendorCommand(address.text())))
        .or(
            () ->
                Files.isRegularFile(document)
                    ? Optional.empty()
                    : Optional.of(document + ": file not found"));
  }

  private ServerSpec spec(Path folder) {
    return new ServerSpec(
        first.file(),
        options.root(),
        folder,
        options.config(),
        overlay,
        options.apiName(),
        Optional.empty(),
        new ServerSpec.Parts(options.client(), false, scripts),
        options.strict());
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(stdio ? "--stdio" : "--http");
    port.ifPresent(number -> arguments.addAll(List.of("--port", number.toString())));
    baseUrl.ifPresent(url -> arguments.addAll(List.of("--base-url", url)));
    if (mock) {
      arguments.add("--mock");
    }
    arguments.addAll(passedOn());
    return arguments;
  }
}
