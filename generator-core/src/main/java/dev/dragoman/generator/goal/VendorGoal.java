package dev.dragoman.generator.goal;

import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.ComparisonText;
import dev.dragoman.generator.diff.ComparisonText.Format;
import dev.dragoman.generator.module.VendorRequest;
import dev.dragoman.generator.module.Vendoring;
import dev.dragoman.generator.write.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a document to a project, or updates it, and reports what changed.
 *
 * @param log receives the changes and the outcome
 * @param output a file for the changes as Markdown; not written if there was no document before
 */
public record VendorGoal(GoalLog log, Optional<Path> output) {
  public VendorGoal {
    Objects.requireNonNull(log);
    Objects.requireNonNull(output);
  }

  /**
   * Gets the document.
   *
   * @throws GoalFailure if it cannot be used
   */
  public void run(VendorRequest request) {
    Fetches.attempt(() -> vendor(request));
  }

  private void vendor(VendorRequest request) throws IOException {
    List<Comparison> told = new ArrayList<>();
    Vendoring.Outcome outcome =
        Vendoring.vendor(
            request,
            changes -> {
              ComparisonText.of(changes, Format.TEXT).lines().forEach(log::info);
              told.add(changes);
            });
    if (output.isPresent() && !told.isEmpty()) {
      String report = ComparisonText.of(told.get(0), Format.MARKDOWN);
      AtomicFile.replace(output.get(), report.getBytes(StandardCharsets.UTF_8));
    }
    outcome.warnings().forEach(warning -> log.warn(warning.toString()));
    log.info(
        "%s: %s, sha256 %s"
            .formatted(
                outcome.document(),
                outcome.written() ? "written" : "unchanged",
                outcome.provenance().sha256()));
  }
}
