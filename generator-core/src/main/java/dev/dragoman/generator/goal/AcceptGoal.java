package dev.dragoman.generator.goal;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.LockAcceptance;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.ComparisonText;
import java.io.IOException;
import java.util.Objects;

/**
 * Accepts what a document exposes: writes its lock and reports what changed.
 *
 * @param log receives the changes
 * @param forgetsFormerIds whether renamed operations can no longer be called by the ids that they
 *     had
 */
public record AcceptGoal(GoalLog log, boolean forgetsFormerIds) {
  public AcceptGoal {
    Objects.requireNonNull(log);
  }

  /** Reads and plans the document; the lock is not written yet. */
  public Step prepare(GenerationRequest request) {
    LockAcceptance acceptance = LockAcceptance.of(request, !forgetsFormerIds);
    return () -> accept(request, acceptance);
  }

  private void accept(GenerationRequest request, LockAcceptance acceptance) throws IOException {
    Comparison changes = acceptance.write();
    changes.changes().forEach(change -> log.info(ComparisonText.line(change)));
    log.info(
        "%s: %d operations, %s"
            .formatted(
                request.lock().file().orElseThrow(),
                changes.operationsAfter(),
                ComparisonText.summary(changes)));
  }
}
