package dev.dragoman.generator.goal;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.write.FormerOutput;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What earlier runs of a goal generated for APIs that are no longer configured. */
public final class FormerApis {
  private final FormerOutput output;

  private FormerApis(FormerOutput output) {
    this.output = output;
  }

  /**
   * Looks for it.
   *
   * @param settings those of the goal
   * @param requests all APIs of the goal
   */
  public static FormerApis of(GoalSettings settings, List<GenerationRequest> requests) {
    OutputFolders combined = CombinedGoal.folders(settings);
    List<Path> current = new ArrayList<>(List.of(combined.manifest()));
    requests.forEach(request -> current.add(request.folders().manifest()));
    return new FormerApis(FormerOutput.of(settings.output().state(), combined, current));
  }

  /** Deletes its files when the goal is done. */
  public Step deletion(GoalLog log) {
    return () -> {
      int deleted = output.delete();
      if (deleted > 0) {
        log.info("Deleted " + deleted + " files of APIs that are no longer configured.");
      }
    };
  }

  /**
   * Its files, as {@link dev.dragoman.generator.OutputCheck} lists them.
   *
   * @throws IOException if a list of written files cannot be read
   */
  public List<String> surplus() throws IOException {
    return output.surplus();
  }
}
