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

/** Builds a server from a document on the command line. Says everything on standard error. */
public final class Main {
  /** More warnings than this would hide the line that matters; the report has them all. */
  private static final int MAX_WARNINGS = 10;

  private final PrintStream log;

  private Main(PrintStream log) {
    this.log = log;
  }

  /** Exits with 0 when the server is built, 1 when the document is refused, 2 on a bad call. */
  public static void main(String[] args) {
    System.exit(new Main(System.err).run(args));
  }

  private int run(String[] args) {
    try (Progress progress = Progress.to(log::println)) {
      build(BuildOptions.parse(args), progress);
      return 0;
    } catch (BadCallException e) {
      log.println(e.getMessage());
      return 2;
    } catch (GenerationException | CompilationException e) {
      log.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      log.println("Cannot build the server: " + e);
      return 1;
    }
  }

  private void build(BuildOptions options, Progress progress) throws IOException {
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
