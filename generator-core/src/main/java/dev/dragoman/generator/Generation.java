package dev.dragoman.generator;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.tool.ToolListSize;
import dev.dragoman.generator.write.OutputWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of one API, created but not written yet. At this point the document can no longer be
 * rejected.
 */
public final class Generation {
  private final GenerationRequest request;
  private final List<GeneratedFile> files;
  private final UpToDateCheck.Note note;
  private final GenerationResult outcome;

  private Generation(
      GenerationRequest request,
      List<GeneratedFile> files,
      UpToDateCheck.Note note,
      GenerationResult outcome) {
    this.request = request;
    this.files = List.copyOf(files);
    this.note = note;
    this.outcome = outcome;
  }

  /**
   * Keeps the bytes of the files, but not the plan from which they were created, which is much
   * larger.
   */
  static Generation of(GenerationRequest request, PlannedApi planned, List<GeneratedFile> files) {
    return new Generation(
        request, files, UpToDateCheck.of(request).note(planned), result(planned, files.size()));
  }

  /**
   * Writes the files.
   *
   * @throws IOException if a file cannot be written; all files are then as before
   */
  public GenerationResult write(Progress progress) throws IOException {
    progress.at("writing " + files.size() + " files");
    OutputWriter.Outcome written = new OutputWriter(request.folders()).write(files);
    note.write();
    return outcome.withFiles(written);
  }

  private static GenerationResult result(PlannedApi planned, int files) {
    ServerPlan plan = planned.plan();
    return new GenerationResult(
        plan.model().title(),
        plan.packageName() + "." + plan.serverClass(),
        plan.operations().size(),
        plan.operations().stream()
            .collect(Collectors.groupingBy(OperationPlan::access, Collectors.counting())),
        new OutputWriter.Outcome(0, files, 0),
        Optional.of(plan.tools()).filter(tools -> !tools.isUsual()).map(ToolListSize::of),
        planned.problems().all(),
        planned.lock());
  }
}
