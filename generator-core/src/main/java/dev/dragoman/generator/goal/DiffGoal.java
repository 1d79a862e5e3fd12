package dev.dragoman.generator.goal;

import dev.dragoman.generator.DocumentDiff;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.LockAcceptance;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.diff.ChangeEffect;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.ComparisonText;
import dev.dragoman.generator.diff.ComparisonText.Format;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports the changes of a document compared with an older version or with its lock.
 *
 * @param from the older document; the lock if empty
 * @param format the form of the report
 * @param failOn the least severe change that fails the goal after the report is written; none does
 *     if empty
 * @param output where the report is written
 */
public record DiffGoal(
    Optional<Path> from, Format format, Optional<ChangeEffect> failOn, ReportFile output) {
  public DiffGoal {
    Objects.requireNonNull(from);
    Objects.requireNonNull(format);
    Objects.requireNonNull(failOn);
    Objects.requireNonNull(output);
  }

  /**
   * Refuses an address in place of the older document.
   *
   * @param base the folder that file names are relative to
   */
  public void refuseAddress(SettingNames names, Path base) {
    Addresses addresses = new Addresses(names, base);
    addresses.check("from", from);
    addresses.refuse();
  }

  /** Compares one document. */
  public Step prepare(GenerationRequest request, SettingNames names) {
    Comparison comparison = compare(request, names);
    return () -> {
      output.write(request, ComparisonText.of(comparison, format));
      failOn.ifPresent(limit -> refuse(request, comparison, limit, names));
    };
  }

  private static void refuse(
      GenerationRequest request, Comparison comparison, ChangeEffect limit, SettingNames names) {
    if (comparison.reaches(limit)) {
      throw new GoalFailure(
          "%s: %s; %s is %s."
              .formatted(
                  request.input().document(),
                  ComparisonText.summary(comparison),
                  names.name("failOn"),
                  limit.word()));
    }
  }

  private Comparison compare(GenerationRequest request, SettingNames names) {
    if (from.isPresent()) {
      SpecInput older =
          new SpecInput(from.get(), request.input().root(), request.input().allowedHosts());
      return DocumentDiff.compare(older, request.input(), request.options());
    }
    return LockAcceptance.compare(request)
        .orElseThrow(
            () ->
                new GoalFailure(
                    request.lock().file().orElseThrow()
                        + ": the lock file does not exist. Specify an older document with "
                        + names.name("from")
                        + ", or create a lock with "
                        + names.command("accept")));
  }
}
