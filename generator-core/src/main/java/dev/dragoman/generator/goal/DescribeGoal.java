package dev.dragoman.generator.goal;

import dev.dragoman.generator.ApiDescription;
import dev.dragoman.generator.GenerationRequest;
import java.util.Objects;

/**
 * Describes what would be generated.
 *
 * @param format the form of the description
 * @param output where it is written
 */
public record DescribeGoal(Format format, ReportFile output) {
  /** The form of a description. */
  public enum Format {
    TEXT,
    JSON
  }

  public DescribeGoal {
    Objects.requireNonNull(format);
    Objects.requireNonNull(output);
  }

  /** Creates the description. */
  public Step prepare(GenerationRequest request) {
    ApiDescription description = ApiDescription.of(request);
    String text = format == Format.JSON ? description.json() : description.text();
    return () -> output.write(request, text);
  }
}
