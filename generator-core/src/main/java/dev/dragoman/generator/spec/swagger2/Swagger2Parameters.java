package dev.dragoman.generator.spec.swagger2;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.ParameterChecks;
import dev.dragoman.generator.spec.operation.RawParameter;
import dev.dragoman.generator.spec.operation.Styles;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.schema.InlineSchema;
import java.util.Optional;

/** Normalizes Swagger 2.0 parameters other than those of the body. */
final class Swagger2Parameters {
  /** How the items of an array are written, in terms of OpenAPI 3. */
  record Format(Style style, boolean explode) {}

  private final NormalizationContext level;
  private final NodeReader nodes;
  private final ParameterChecks base;

  Swagger2Parameters(NormalizationContext level) {
    this.level = level;
    this.nodes = level.nodes();
    this.base = new ParameterChecks(level.nodes());
  }

  /** The parameter; empty if it cannot be sent, which is reported. */
  Optional<ParameterModel> of(RawParameter raw) {
    return base.place(raw).map(in -> model(raw, in));
  }

  private ParameterModel model(RawParameter raw, In in) {
    Json.Obj parameter = raw.object();
    Format format = format(parameter, Styles.byDefault(in));
    return new ParameterModel(
        raw.name(),
        in,
        ParameterChecks.isRequired(raw, in, nodes.isTrue(parameter, "required")),
        nodes.isTrue(parameter, "deprecated") || nodes.isTrue(parameter, "x-deprecated"),
        nodes.text(parameter, "description"),
        format.style(),
        format.explode(),
        false,
        nodes.isTrue(parameter, "allowEmptyValue"),
        schema(parameter),
        Optional.empty(),
        Optional.ofNullable(parameter.get("x-example"))
            .or(() -> Optional.ofNullable(parameter.get("example"))),
        parameter.location());
  }

  /**
   * The schema among the parameter's members; some documents have a {@code schema} as in OpenAPI 3.
   */
  Json schema(Json.Obj parameter) {
    Json schema = parameter.get("type") == null ? parameter.get("schema") : null;
    return level
        .schemas()
        .take(schema == null ? InlineSchema.of(parameter) : schema, parameter.location());
  }

  /**
   * The collection format; csv if an array does not declare one (Swagger 2.0, Parameter Object).
   *
   * @param commas the style that separates items by commas in the parameter's location
   */
  Format format(Json.Obj parameter, Style commas) {
    if (!"array".equals(parameter.text("type"))) {
      return new Format(commas, Styles.explodesByDefault(commas));
    }
    String name = nodes.text(parameter, "collectionFormat");
    return switch (name) {
      case "multi" -> new Format(commas, commas == Style.FORM);
      case "ssv" -> new Format(Style.SPACE_DELIMITED, false);
      case "tsv" -> new Format(Style.TAB_DELIMITED, false);
      case "pipes" -> new Format(Style.PIPE_DELIMITED, false);
      case "csv", "" -> new Format(commas, false);
      default -> {
        nodes.warning(
            SpecProblem.PARAMETER,
            parameter.location(),
            "\"%s\" is not a collectionFormat.".formatted(name),
            "Items are separated by commas.");
        yield new Format(commas, false);
      }
    };
  }
}
