package dev.dragoman.generator;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.java.JavaEmitter;
import dev.dragoman.generator.emit.java.WireTestEmitter;
import dev.dragoman.generator.emit.resource.ResourceEmitter;
import dev.dragoman.generator.emit.resource.VectorEmitter;
import dev.dragoman.generator.emit.text.ReportEmitter;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.Planner;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.ReadResult;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.runtime.search.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From a document to the files of a server: read, plan, print, write. */
public final class Generator {
  private Generator() {}

  /** A document read and planned: all that can refuse it has had its say. */
  private record Planned(ServerPlan plan, List<Path> files, Problems problems) {
    static Planned of(GenerationRequest request) {
      Problems problems = new Problems();
      SpecInput input = request.input();
      ReadResult read = SpecReader.read(input.document(), input.readOptions(), problems);
      ServerPlan plan = Planner.plan(read.model(), request.options(), problems);
      problems.throwIfErrors();
      return new Planned(plan, read.files(), problems);
    }
  }

  /**
   * Generates a server. Everything is printed before the first file is written, so a document that
   * is refused changes nothing on disk.
   *
   * @throws dev.dragoman.generator.problem.GenerationException when the document cannot become a
   *     server, with every reason
   * @throws IOException when the disk refuses
   */
  public static GenerationResult generate(GenerationRequest request) throws IOException {
    Planned planned = Planned.of(request);
    List<Problem> warnings = planned.problems().all();
    OutputWriter.Outcome outcome =
        new OutputWriter(request.folders()).write(emit(planned, request, warnings));
    UpToDateCheck.of(request).remember(planned.files());
    return result(planned.plan(), outcome, warnings);
  }

  /**
   * Generates a server unless the last run's output still stands: same choices, same generator,
   * same bytes in every file that was read, every output file in its place.
   *
   * @return empty when there was nothing to do
   */
  public static Optional<GenerationResult> generateIfStale(GenerationRequest request)
      throws IOException {
    return UpToDateCheck.of(request).isUpToDate()
        ? Optional.empty()
        : Optional.of(generate(request));
  }

  /**
   * Generates the tests of a server, unless the last run's still stand: JUnit classes that call
   * every operation against a loopback upstream and compare the request, byte by byte, with what
   * the document wants.
   *
   * @return what was written; empty when there was nothing to do
   */
  public static Optional<OutputWriter.Outcome> generateTestsIfStale(GenerationRequest request)
      throws IOException {
    UpToDateCheck check = UpToDateCheck.of(request);
    if (check.isUpToDate()) {
      return Optional.empty();
    }
    Planned planned = Planned.of(request);
    OutputWriter.Outcome outcome =
        new OutputWriter(request.folders()).write(WireTestEmitter.emit(planned.plan()));
    check.remember(planned.files());
    return Optional.of(outcome);
  }

  private static List<GeneratedFile> emit(
      Planned planned, GenerationRequest request, List<Problem> warnings) {
    ServerPlan plan = planned.plan();
    List<GeneratedFile> files = new ArrayList<>(JavaEmitter.emit(plan));
    files.addAll(ResourceEmitter.emit(plan));
    files.add(ReportEmitter.emit(plan, warnings));
    if (request.options().semanticSearch()) {
      files.add(VectorEmitter.emit(plan, encoder(planned)));
    }
    return files;
  }

  private static SentenceEncoder encoder(Planned planned) {
    Optional<SentenceEncoder> encoder = VectorEmitter.encoder();
    if (encoder.isEmpty()) {
      planned
          .problems()
          .error(
              "DRG-PLAN-010",
              planned.plan().model().location(),
              "semantic search is chosen, but there is no sentence encoder on the generator's class"
                  + " path.",
              "Add dev.dragoman:dragoman-semantic to the dependencies of the plugin, and to those"
                  + " of the project.");
      planned.problems().throwIfErrors();
    }
    return encoder.orElseThrow();
  }

  private static GenerationResult result(
      ServerPlan plan, OutputWriter.Outcome outcome, List<Problem> warnings) {
    return new GenerationResult(
        plan.model().title(),
        plan.packageName() + "." + plan.serverClass(),
        plan.operations().size(),
        plan.operations().stream()
            .collect(Collectors.groupingBy(OperationPlan::access, Collectors.counting())),
        outcome,
        warnings);
  }
}
