package dev.dragoman.benchmarks.answers;

import static java.util.Objects.requireNonNull;

import dev.dragoman.benchmarks.arguments.Count;
import dev.dragoman.benchmarks.arguments.Folder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The arguments of checks of search results; one of the three checks is chosen. */
public final class AnswersCall {
  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable SizeCheck size;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable UseCheck use;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private @Nullable BadCheck bad;

  /** How long the results are. */
  private static final class SizeCheck {
    @Option(
        names = "--answers",
        required = true,
        paramLabel = "SPECS",
        converter = Folder.class,
        description =
            "How many tokens the responses to 50 requests take for each document in SPECS. Exit code"
                + " 1 when one takes more than 1,500.")
    private Path folder;

    @Option(names = "--each", description = "Print every request.")
    private boolean each;
  }

  /** Whether the results are sufficient for a call. */
  private static final class UseCheck {
    @Option(
        names = "--usable",
        required = true,
        paramLabel = "SPECS",
        converter = Folder.class,
        description =
            "Whether a call that is built from the text of a hit alone is accepted, for hits drawn at"
                + " random from the documents in SPECS. Exit code 1 when one is not.")
    private Path folder;

    @Option(
        names = "--hits",
        paramLabel = "N",
        defaultValue = "30",
        converter = Count.class,
        description = "How many hits to try (default: ${DEFAULT-VALUE}).")
    private int hits;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The seed of the draw (default: ${DEFAULT-VALUE}).")
    private long seed;
  }

  /** How fast the server responds to nonsensical input. */
  private static final class BadCheck {
    @Option(
        names = "--bad",
        required = true,
        paramLabel = "SPECS",
        converter = Folder.class,
        description =
            "Response time of the server of the largest document in SPECS for nonsensical"
                + " input, cold and warm. Exit code 1 from 50 ms on, or when a response is empty.")
    private Path folder;
  }

  /** Runs the check; returns 1 if it fails. */
  public int run() throws IOException {
    if (size != null) {
      return AnswerSizes.run(size.folder, size.each);
    }
    if (use != null) {
      return Usability.run(use.folder, use.hits, use.seed);
    }
    return BadQueries.run(requireNonNull(bad).folder);
  }
}
