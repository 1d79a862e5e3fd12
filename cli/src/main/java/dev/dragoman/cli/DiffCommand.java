package dev.dragoman.cli;

import dev.dragoman.generator.diff.ChangeEffect;
import dev.dragoman.generator.diff.ComparisonText.Format;
import dev.dragoman.generator.goal.DiffGoal;
import dev.dragoman.generator.goal.ReportFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The goal {@code diff}. */
@Command(
    name = "diff",
    description =
        "Reports the changes of a document since an older version or its lock, and classifies each"
            + " as breaking, widening (an agent can do more) or harmless.")
final class DiffCommand extends AbstractReadingCommand {
  /** The least severe change with the exit code 1. */
  enum FailOn {
    BREAKING(Optional.of(ChangeEffect.BREAKING)),
    WIDENING(Optional.of(ChangeEffect.WIDENING)),
    HARMLESS(Optional.of(ChangeEffect.HARMLESS)),
    NEVER(Optional.empty());

    private final Optional<ChangeEffect> limit;

    FailOn(Optional<ChangeEffect> limit) {
      this.limit = limit;
    }
  }

  @Parameters(
      arity = "0..2",
      paramLabel = "FILE",
      description = "OLD and NEW document; or one document, which is compared with its lock.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), markdown or json.")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to write to. Default: standard output.")
  private Optional<Path> output;

  @Option(
      names = "--fail-on",
      paramLabel = "EFFECT",
      defaultValue = "breaking",
      description =
          "The least severe change with exit code 1: breaking (default), widening, harmless (any"
              + " change) or never.")
  private FailOn failOn;

  @Override
  Optional<Path> document() {
    return files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
  }

  @Override
  int run() {
    DiffGoal goal =
        new DiffGoal(
            files.size() == 2 ? Optional.of(files.get(0)) : Optional.empty(),
            format,
            failOn.limit,
            new ReportFile(output, !files.isEmpty()));
    goal.refuseAddress(names(), Path.of(""));
    return run(request -> goal.prepare(request, names()));
  }
}
