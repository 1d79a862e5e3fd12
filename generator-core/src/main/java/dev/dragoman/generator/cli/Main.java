package dev.dragoman.generator.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/**
 * Builds a server for a document, without Maven. Writes messages to standard error. The exit code
 * is 0 if the server was built, 1 if the document was rejected, and 2 if the arguments are invalid.
 */
@Command(
    name = "dragoman-generator",
    description = "Generates, compiles and packages an MCP server for an OpenAPI document.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The server was built or is up to date.",
      "1:The document or the configuration is not valid.",
      "2:The arguments are not valid."
    })
public final class Main implements Callable<Integer> {
  /**
   * Maximum number of warnings in the output, which would otherwise hide the summary; the report
   * contains all of them.
   */
  private static final int MAX_WARNINGS = 10;

  @Mixin private final BuildOptions options = new BuildOptions();

  private final PrintStream log;

  Main(PrintStream log) {
    this.log = log;
  }

  /** Builds a server and exits. */
  public static void main(String[] args) {
    System.exit(CommandLines.of(new Main(System.err)).execute(args));
  }

  @Override
  public Integer call() {
    try (Progress progress = Progress.to(log::println)) {
      build(progress);
      return ExitCode.OK;
    } catch (GenerationException | CompilationException e) {
      log.println(e.getMessage());
    } catch (IOException e) {
      log.println("Cannot build the server: " + e);
    }
    return ExitCode.SOFTWARE;
  }

  private void build(Progress progress) throws IOException {
    GenerationRequest request = options.request();
    ServerJar jar = new ServerJar(options.out(), options.libraries());
    Optional<GenerationResult> result = Generator.generateIfStale(request, progress);
    if (result.isEmpty() && jar.isBuilt()) {
      return;
    }
    GenerationResult generated =
        result.isPresent() ? result.get() : Generator.generate(request, progress);
    generated.warnings().stream()
        .sorted(Comparator.comparing(problem -> !problem.isSuspicious()))
        .limit(MAX_WARNINGS)
        .map(Problem::toString)
        .forEach(log::println);
    if (generated.warnings().size() > MAX_WARNINGS) {
      int more = generated.warnings().size() - MAX_WARNINGS;
      log.println(more + " more warnings are in " + request.folders().reports());
    }
    log.println(generated.summary());
    progress.at("compiling " + generated.operations() + " operations");
    jar.build(request.folders(), generated.mainClass());
  }
}
