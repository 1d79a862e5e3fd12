package dev.dragoman.generator;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.java.JavaEmitter;
import dev.dragoman.generator.emit.java.WireTestEmitter;
import dev.dragoman.generator.emit.resource.ResourceEmitter;
import dev.dragoman.generator.emit.resource.VectorEmitter;
import dev.dragoman.generator.emit.text.ReportEmitter;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Generates a server from a document: reads, plans, prints and writes. */
public final class Generator {
  private Generator() {}

  /**
   * Generates a server. All files are created before the first one is written, so a document that
   * is rejected changes nothing on disk.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document cannot become a
   *     server, with every reason
   * @throws IOException if a file cannot be written
   */
  public static GenerationResult generate(GenerationRequest request) throws IOException {
    return generate(request, Progress.silent());
  }

  /** Like {@link #generate(GenerationRequest)}, reporting progress. */
  public static GenerationResult generate(GenerationRequest request, Progress progress)
      throws IOException {
    return prepare(request, progress).write(progress);
  }

  /**
   * Reads, plans and prints a server without writing it, so that several servers can be prepared
   * before the first one is written.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document cannot become a
   *     server, with every reason
   */
  public static Generation prepare(GenerationRequest request, Progress progress) {
    PlannedApi planned = PlannedApi.of(request, progress);
    List<Problem> warnings = planned.problems().all();
    progress.at("printing " + planned.plan().operations().size() + " operations");
    return Generation.of(request, planned, emit(planned, request, warnings));
  }

  /**
   * Like {@link #prepare}, unless the output of the previous run is up to date.
   *
   * @return empty if there is nothing to do
   * @throws IOException if the state of the previous run cannot be read
   */
  public static Optional<Generation> prepareIfStale(GenerationRequest request, Progress progress)
      throws IOException {
    return UpToDateCheck.of(request).isUpToDate()
        ? Optional.empty()
        : Optional.of(prepare(request, progress));
  }

  /**
   * Generates a server unless the output of the previous run is up to date: same options, same
   * generator, same bytes in every input file, and every output file in place.
   *
   * @return empty if there was nothing to do
   */
  public static Optional<GenerationResult> generateIfStale(GenerationRequest request)
      throws IOException {
    return generateIfStale(request, Progress.silent());
  }

  /** Like {@link #generateIfStale(GenerationRequest)}, reporting progress. */
  public static Optional<GenerationResult> generateIfStale(
      GenerationRequest request, Progress progress) throws IOException {
    Optional<Generation> stale = prepareIfStale(request, progress);
    return stale.isPresent() ? Optional.of(stale.get().write(progress)) : Optional.empty();
  }

  /**
   * Generates the tests of a server, unless those of the previous run are up to date: JUnit classes
   * that call every operation against a loopback upstream and compare each request, byte by byte,
   * with the one that follows from the document.
   *
   * @return what was written; empty if there was nothing to do
   */
  public static Optional<OutputWriter.Outcome> generateTestsIfStale(GenerationRequest request)
      throws IOException {
    Optional<Generation> stale = prepareTestsIfStale(request, Progress.silent());
    return stale.isPresent()
        ? Optional.of(stale.get().write(Progress.silent()).files())
        : Optional.empty();
  }

  /**
   * Prepares the tests of a server, unless those of the previous run are up to date. Writes nothing
   * yet.
   *
   * @return empty if there is nothing to do
   * @throws IOException if the state of the previous run cannot be read
   */
  public static Optional<Generation> prepareTestsIfStale(
      GenerationRequest request, Progress progress) throws IOException {
    if (UpToDateCheck.of(request).isUpToDate()) {
      return Optional.empty();
    }
    PlannedApi planned = PlannedApi.of(request, progress);
    return Optional.of(Generation.of(request, planned, WireTestEmitter.emit(planned.plan())));
  }

  static List<GeneratedFile> emit(
      PlannedApi planned, GenerationRequest request, List<Problem> warnings) {
    ServerPlan plan = planned.plan();
    List<GeneratedFile> files = new ArrayList<>(JavaEmitter.emit(plan));
    files.addAll(ResourceEmitter.emit(plan));
    if (request.options().semanticSearch()) {
      files.add(VectorEmitter.emit(plan, encoder(planned)));
    }
    files.addAll(ReportEmitter.emit(plan, warnings, files));
    return files;
  }

  private static SentenceEncoder encoder(PlannedApi planned) {
    Optional<SentenceEncoder> encoder = VectorEmitter.encoder();
    if (encoder.isEmpty()) {
      planned
          .problems()
          .error(
              "DRG-PLAN-004",
              planned.plan().model().location(),
              "Semantic search is enabled, but no sentence encoder is on the generator's class"
                  + " path.",
              "Add dev.dragoman:dragoman-semantic to the dependencies of the plugin and to those"
                  + " of the project.");
      planned.problems().throwIfErrors();
    }
    return encoder.orElseThrow();
  }
}
