package dev.dragoman.generator;

import dev.dragoman.generator.write.OutputWriter;
import java.io.IOException;
import java.util.List;

/** Tells whether generating would change what is on disk, and writes nothing. */
public final class OutputCheck {
  private OutputCheck() {}

  /**
   * What generating would change.
   *
   * @return one line per file, sorted; none when all is as it would be
   * @throws dev.dragoman.generator.problem.GenerationException when the document is refused
   * @throws IOException when a file cannot be read
   */
  public static List<String> differences(GenerationRequest request) throws IOException {
    PlannedApi planned = PlannedApi.of(request);
    return new OutputWriter(request.folders())
        .differences(Generator.emit(planned, request, planned.problems().all()));
  }
}
