package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.diff.ChangeEffect;
import dev.dragoman.generator.diff.ComparisonText.Format;
import dev.dragoman.generator.goal.DiffGoal;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.Step;
import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reports the changes of a document compared with an older version or with its lock, and classifies
 * each change as breaking, widening (an agent can do more) or harmless. Runs without a POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractReadingMojo {
  /**
   * The older document. By default, the document is compared with its lock.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.from")
  private @Nullable File from;

  /**
   * {@code text}, {@code markdown} or {@code json}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.format", defaultValue = "text")
  private @Nullable String format;

  /**
   * The file to write the report to; standard output by default. With several APIs, each has a
   * separate file with its package in the name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.outputFile")
  private @Nullable File outputFile;

  /**
   * The least severe change that fails the build after the report is written: {@code breaking},
   * {@code widening}, {@code harmless} (any change) or {@code never}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.failOn", defaultValue = "never")
  private @Nullable String failOn;

  @Override
  Step prepare(GenerationRequest request) {
    Format form = word(Format.class, format, "format");
    boolean never = "never".equalsIgnoreCase(failOn);
    DiffGoal goal =
        new DiffGoal(
            Optional.ofNullable(from).map(File::toPath),
            form,
            never ? Optional.empty() : Optional.of(word(ChangeEffect.class, failOn, "failOn")),
            report(outputFile));
    File folder = given(project, "project").getBasedir();
    goal.refuseAddress(names(), (folder == null ? new File("") : folder).toPath());
    return goal.prepare(request, names());
  }

  private static <E extends Enum<E>> E word(Class<E> type, @Nullable String word, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(word)) {
        return constant;
      }
    }
    throw new GoalFailure(
        "-Ddragoman.%s is %s, but must be one of %s."
            .formatted(
                name, word, Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }
}
