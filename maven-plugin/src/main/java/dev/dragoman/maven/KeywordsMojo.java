package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.KeywordReport;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.Step;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proposes keywords for {@code search} from the file that a server wrote with {@code --search-log}:
 * words that led to an operation several times although search does not find it with them. Prints a
 * YAML snippet with the evidence for review, and changes nothing. Runs without a POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "keywords", requiresProject = false, threadSafe = true)
public final class KeywordsMojo extends AbstractReadingMojo {
  /**
   * The file that the server wrote.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.searchLog")
  private @Nullable File searchLog;

  /**
   * How many searches must have had a word before it is proposed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.searches", defaultValue = "3")
  private int searches = 3;

  /**
   * The file to write the proposals to; standard output by default. With several APIs, each has a
   * separate file with its package in the name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.outputFile")
  private @Nullable File outputFile;

  @Override
  Step prepare(GenerationRequest request) {
    File log = searchLog;
    if (log == null) {
      throw new GoalFailure(
          "Name the file that the server wrote with --search-log: -Ddragoman.searchLog=FILE.");
    }
    if (searches < 1) {
      throw new GoalFailure("-Ddragoman.searches is " + searches + ", but must be at least 1.");
    }
    try {
      String text = KeywordReport.of(request, log.toPath(), searches);
      return () -> report(outputFile).write(request, text);
    } catch (IOException e) {
      throw new GoalFailure("Cannot read the search log " + log + ": " + e.getMessage(), e);
    }
  }
}
