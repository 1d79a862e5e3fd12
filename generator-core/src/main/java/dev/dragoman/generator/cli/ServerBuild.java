package dev.dragoman.generator.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the archive of a server, unless it is up to date. */
public final class ServerBuild {
  /**
   * Maximum number of warnings in the output, which would otherwise hide the summary; the report
   * contains all of them.
   */
  private static final int MAX_WARNINGS = 10;

  private final ServerSpec spec;
  private final ServerJar jar;
  private final Consumer<String> log;

  /**
   * Creates a build, which has not started yet.
   *
   * @param libraries the folders with the server's libraries
   * @param log receives messages, line by line
   */
  public ServerBuild(ServerSpec spec, List<Path> libraries, Consumer<String> log) {
    this.spec = spec;
    this.jar = new ServerJar(spec.out(), libraries);
    this.log = log;
  }

  /** The location of the archive. */
  public Path jar() {
    return jar.jar();
  }

  /** Builds the archive; false if that failed, for a reason that was written to the log. */
  public boolean succeeds() {
    try (Progress progress = Progress.to(log)) {
      build(progress);
      return true;
    } catch (GenerationException | CompilationException e) {
      log.accept(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      log.accept("Cannot build the server: " + e);
    }
    return false;
  }

  private void build(Progress progress) throws IOException {
    GenerationRequest request = spec.request();
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
        .forEach(log);
    if (generated.warnings().size() > MAX_WARNINGS) {
      int more = generated.warnings().size() - MAX_WARNINGS;
      log.accept(more + " more warnings are in " + request.folders().reports());
    }
    log.accept(generated.summary());
    progress.at("compiling " + generated.operations() + " operations");
    jar.build(request.folders(), generated.mainClass());
  }
}
