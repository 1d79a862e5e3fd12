package dev.dragoman.generator;

import dev.dragoman.generator.LockState.Presence;
import dev.dragoman.generator.diff.Change;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.ComparisonText;
import dev.dragoman.generator.diff.LockComparison;
import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockFile;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.plan.tool.FormerToolNames;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A document that has been read and planned, after all checks that can reject it.
 *
 * @param document the API in the document
 * @param plan the server, without operations that are not in the lock
 * @param inputs digests of the bytes of all files that were read, except for the lock, by path
 * @param agreed the bytes of the lock; empty if there was none, or none is used
 * @param problems the problems of the document
 * @param lock how the document compares with the lock
 */
record PlannedApi(
    ApiModel document,
    ServerPlan plan,
    Map<Path, String> inputs,
    Optional<byte[]> agreed,
    Problems problems,
    LockState lock) {
  private static final String ACCEPT =
      "Review the change, then run the accept goal and commit the lock.";

  /** The plan of everything that a document would expose, regardless of any lock. */
  static PlannedApi withoutLock(GenerationRequest request) {
    return withoutLock(request, Progress.silent());
  }

  private static PlannedApi withoutLock(GenerationRequest request, Progress progress) {
    Problems problems = new Problems();
    SpecInput input = request.input();
    progress.at("reading " + input.document().getFileName());
    ReadResult read = SpecReader.read(input.document(), input.readOptions(), problems);
    progress.at("planning " + read.model().operations().size() + " operations");
    ServerPlan plan = Planner.plan(read.model(), request.options(), problems);
    if (input.strict()) {
      problems.throwIfAny();
    }
    problems.throwIfErrors();
    return new PlannedApi(
        read.model(), plan, read.inputs(), Optional.empty(), problems, LockState.UNHEEDED);
  }

  /**
   * Reads and plans a document, and restricts it to the operations in its lock.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document or the lock is
   *     rejected
   */
  static PlannedApi of(GenerationRequest request) {
    return of(request, Progress.silent());
  }

  /** Like {@link #of(GenerationRequest)}, reporting progress. */
  static PlannedApi of(GenerationRequest request, Progress progress) {
    PlannedApi whole = withoutLock(request, progress);
    LockPolicy policy = request.lock();
    Optional<byte[]> bytes = policy.content();
    if (bytes.isEmpty()) {
      policy.file().filter(file -> policy.mode() == Mode.REQUIRE).ifPresent(whole::refuseWithout);
      return policy.file().isEmpty() ? whole : whole.with(whole.plan, bytes, LockState.ABSENT);
    }
    Lock agreed = LockFile.parse(policy.file().orElseThrow(), bytes.get());
    Comparison changes = LockComparison.of(agreed, Lock.of(whole.plan), whole.plan.model().title());
    Location place = Location.file(policy.file().orElseThrow().toString());
    if (!changes.changes().isEmpty()) {
      whole.note(policy.mode(), place, ComparisonText.summary(changes) + ".", ACCEPT);
    }
    for (Change change : changes.changes()) {
      whole.note(policy.mode(), place, ComparisonText.line(change), "");
    }
    whole.problems.throwIfErrors();
    ServerPlan exposed =
        FormerToolNames.in(
            LockFilter.only(whole, agreed, request).withFormerIds(agreed::formerIds));
    int withheld = whole.plan.operations().size() - exposed.operations().size();
    LockState state = new LockState(Presence.PRESENT, changes.changes().size(), withheld);
    return whole.with(exposed, bytes, state);
  }

  private PlannedApi with(ServerPlan exposed, Optional<byte[]> bytes, LockState state) {
    return new PlannedApi(document, exposed, inputs, bytes, problems, state);
  }

  private void refuseWithout(Path file) {
    problems.error(
        "DRG-LOCK-005", Location.file(file.toString()), "The lock file does not exist.", ACCEPT);
    problems.throwIfErrors();
  }

  private void note(Mode mode, Location place, String message, String hint) {
    if (mode == Mode.WARN) {
      problems.warning("DRG-LOCK-004", place, message, hint);
    } else {
      problems.error("DRG-LOCK-004", place, message, hint);
    }
  }
}
