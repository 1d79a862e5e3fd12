package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.DescribeGoal;
import dev.dragoman.generator.goal.DescribeGoal.Format;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.Step;
import java.io.File;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Describes what would be generated: operations with access level, credentials and required
 * parameters, files and warnings. Does not generate files. Runs without a POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "describe", requiresProject = false, threadSafe = true)
public final class DescribeMojo extends AbstractReadingMojo {
  /**
   * {@code text} or {@code json}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.format", defaultValue = "text")
  private @Nullable String format;

  /**
   * The file to write the description to; standard output by default. With several APIs, each has a
   * separate file with its package in the name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.outputFile")
  private @Nullable File outputFile;

  @Override
  Step prepare(GenerationRequest request) {
    String form = String.valueOf(format).toUpperCase(Locale.ROOT);
    if (!form.equals("TEXT") && !form.equals("JSON")) {
      throw new GoalFailure("-Ddragoman.format is " + format + ", but must be text or json.");
    }
    return new DescribeGoal(Format.valueOf(form), report(outputFile)).prepare(request);
  }
}
