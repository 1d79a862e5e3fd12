package dev.dragoman.generator.goal;

import dev.dragoman.generator.Generation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Generates the sources and resources of servers, and reports what was generated. */
public final class GenerateGoal {
  /** Limits the warnings in the log; the report contains all of them. */
  private static final int MAX_WARNINGS = 20;

  private final GoalLog log;
  private final SettingNames names;
  private final boolean force;

  /**
   * Creates the goal.
   *
   * @param force whether to generate even if nothing has changed
   */
  public GenerateGoal(GoalLog log, SettingNames names, boolean force) {
    this.log = log;
    this.names = names;
    this.force = force;
  }

  /** Performs all steps that can fail for one API, without changing any file. */
  public Step prepare(GenerationRequest request) throws IOException {
    Optional<Generation> stale = stale(request);
    return stale.isEmpty()
        ? () -> sayNothingChanged(log, request)
        : () -> write(request, stale.get());
  }

  private Optional<Generation> stale(GenerationRequest request) throws IOException {
    try (Progress progress = Progress.to(log::info)) {
      return force
          ? Optional.of(Generator.prepare(request, progress))
          : Generator.prepareIfStale(request, progress);
    }
  }

  /** Reports that the output of the last run is up to date. */
  public static void sayNothingChanged(GoalLog log, GenerationRequest request) {
    String document = String.valueOf(request.input().document().getFileName());
    log.info(document + ": nothing has changed since the last run.");
  }

  private void write(GenerationRequest request, Generation generation) throws IOException {
    GenerationResult result = written(generation);
    warn(log, request, result.warnings(), MAX_WARNINGS);
    log.info(result.summary());
    Path here = Path.of("").toAbsolutePath();
    log.info(
        "Main class %s; sources in %s, report in %s"
            .formatted(
                result.mainClass(),
                shown(here, request.folders().sources()),
                shown(here, request.folders().reports())));
    if (result.lock().asksForAcceptance()) {
      log.info("To accept what is exposed: " + names.command("accept"));
    }
  }

  /**
   * Reports warnings about a document, suspicious ones first.
   *
   * @param limit the number of warnings to report one by one
   */
  static void warn(GoalLog log, GenerationRequest request, List<Problem> warnings, int limit) {
    warnings.stream()
        .sorted(Comparator.comparing(warning -> !warning.isSuspicious()))
        .limit(limit)
        .forEach(warning -> log.warn(warning.toString()));
    if (warnings.size() > limit) {
      int more = warnings.size() - limit;
      log.warn(more + " more warnings are in the report in " + request.folders().reports());
    }
  }

  private GenerationResult written(Generation generation) throws IOException {
    try (Progress progress = Progress.to(log::info)) {
      return generation.write(progress);
    }
  }

  /** A path relative to the folder where the goal was started. */
  private static Path shown(Path here, Path path) {
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
