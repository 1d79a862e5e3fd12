package dev.dragoman.maven;

import dev.dragoman.generator.DocumentDiff;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.LockAcceptance;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.diff.ChangeEffect;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.ComparisonText;
import dev.dragoman.generator.diff.ComparisonText.Format;
import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
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
  Step prepare(GenerationRequest request) throws MojoFailureException {
    Format form = word(Format.class, format, "format");
    boolean never = "never".equalsIgnoreCase(failOn);
    ChangeEffect limit = never ? ChangeEffect.BREAKING : word(ChangeEffect.class, failOn, "failOn");
    Comparison comparison = compare(request);
    return () -> {
      Output.write(outputOf(outputFile, request), ComparisonText.of(comparison, form));
      if (!never) {
        refuse(request, comparison, limit);
      }
    };
  }

  private static void refuse(GenerationRequest request, Comparison comparison, ChangeEffect limit)
      throws MojoFailureException {
    if (comparison.reaches(limit)) {
      throw new MojoFailureException(
          "%s: %s; failOn is %s."
              .formatted(
                  request.input().document(), ComparisonText.summary(comparison), limit.word()));
    }
  }

  private Comparison compare(GenerationRequest request) throws MojoFailureException {
    Addresses addresses = new Addresses(context());
    addresses.check("dragoman.from", from);
    addresses.refuse();
    if (from != null) {
      SpecInput older =
          new SpecInput(from.toPath(), request.input().root(), request.input().allowedHosts());
      return DocumentDiff.compare(older, request.input(), request.options());
    }
    return LockAcceptance.compare(request)
        .orElseThrow(
            () ->
                new MojoFailureException(
                    request.lock().file().orElseThrow()
                        + ": the lock file does not exist. Specify an older document with"
                        + " -Ddragoman.from=FILE, or create a lock with "
                        + command().goal("accept")));
  }

  private static <E extends Enum<E>> E word(Class<E> type, @Nullable String word, String name)
      throws MojoFailureException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(word)) {
        return constant;
      }
    }
    throw new MojoFailureException(
        "-Ddragoman.%s is %s, but must be one of %s."
            .formatted(
                name, word, Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }
}
