package dev.dragoman.generator;

import dev.dragoman.generator.write.OutputWriter;
import java.io.IOException;
import java.util.List;

/** Checks whether generating would change the files on disk, without writing anything. */
public final class OutputCheck {
  private OutputCheck() {}

  /**
   * The changes that generating would make.
   *
   * @return one line per file, sorted; empty if all files are up to date
   * @throws dev.dragoman.generator.problem.GenerationException if the document is rejected
   * @throws IOException if a file cannot be read
   */
  public static List<String> differences(GenerationRequest request) throws IOException {
    PlannedApi planned = PlannedApi.of(request);
    return new OutputWriter(request.folders())
        .differences(Generator.emit(planned, request, planned.problems().all()));
  }
}
