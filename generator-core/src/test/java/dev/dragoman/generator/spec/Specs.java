package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.problem.Problems;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Reads the documents of {@code src/test/resources/spec}, and writes parts of models in brief. */
public final class Specs {
  private Specs() {}

  public static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(Specs.class.getResource("/spec/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** The model of a document in which nothing is wrong. */
  public static ApiModel read(String name) {
    Problems problems = new Problems();
    ApiModel model = SpecReader.read(path(name), problems);
    assertThat(problems.all()).isEmpty();
    return model;
  }

  public static OperationModel operation(ApiModel model, String route) {
    return model.operations().stream()
        .filter(operation -> operation.route().equals(route))
        .findFirst()
        .orElseThrow();
  }

  static String brief(ParameterModel parameter) {
    return "%s %s %s%s%s%s%s%s %s"
        .formatted(
            parameter.in(),
            parameter.name(),
            parameter.style(),
            parameter.explode() ? " explode" : "",
            parameter.required() ? " required" : "",
            parameter.deprecated() ? " deprecated" : "",
            parameter.allowReserved() ? " reserved" : "",
            parameter.allowEmptyValue() ? " empty" : "",
            Trees.compact(parameter.schema()));
  }

  static String brief(MediaTypeModel mediaType) {
    return mediaType.name() + " " + Trees.compact(mediaType.schema());
  }
}
