package dev.dragoman.generator.spec.openapi3;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.Examples;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.ParameterChecks;
import dev.dragoman.generator.spec.operation.RawParameter;
import dev.dragoman.generator.spec.operation.Styles;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.schema.InlineSchema;
import java.util.List;
import java.util.Optional;

/** Normalizes OpenAPI 3 parameters (OpenAPI 3.1, section 4.8.12). */
final class OpenApi3Parameters {
  private final NormalizationContext level;
  private final NodeReader nodes;
  private final ParameterChecks base;
  private final ContentNormalizer mediaTypes;
  private final Examples examples;

  OpenApi3Parameters(NormalizationContext level, ContentNormalizer mediaTypes, Examples examples) {
    this.level = level;
    this.nodes = level.nodes();
    this.base = new ParameterChecks(level.nodes());
    this.mediaTypes = mediaTypes;
    this.examples = examples;
  }

  /** The parameter; empty if it cannot be sent, which is reported. */
  Optional<ParameterModel> of(RawParameter raw) {
    return base.place(raw).map(in -> model(raw, in));
  }

  private ParameterModel model(RawParameter raw, In in) {
    Json.Obj parameter = raw.object();
    Style style = style(parameter, in);
    Optional<MediaTypeModel> content = mediaTypes.of(parameter).stream().findFirst();
    Optional<Json> example =
        examples.of(parameter).stream()
            .findFirst()
            .or(() -> content.flatMap(media -> media.examples().stream().findFirst()));
    return new ParameterModel(
        raw.name(),
        in,
        ParameterChecks.isRequired(raw, in, nodes.isTrue(parameter, "required")),
        nodes.isTrue(parameter, "deprecated"),
        nodes.text(parameter, "description"),
        style,
        nodes.bool(parameter, "explode").orElse(Styles.explodesByDefault(style)),
        nodes.isTrue(parameter, "allowReserved"),
        nodes.isTrue(parameter, "allowEmptyValue"),
        content.map(MediaTypeModel::schema).orElseGet(() -> schema(parameter)),
        content.map(MediaTypeModel::name),
        example,
        parameter.location());
  }

  /** The parameter's schema; some documents still declare it in the style of Swagger 2.0. */
  private Json schema(Json.Obj parameter) {
    Json schema = parameter.get("schema");
    if (schema == null && parameter.get("type") != null) {
      nodes.warning(
          SpecProblem.PARAMETER,
          parameter.location(),
          "The parameter declares its type directly, as in Swagger 2.0.",
          "The type is used; move it into a \"schema\".");
      return level.schemas().take(InlineSchema.of(parameter), parameter.location());
    }
    return level.schemas().take(schema, parameter.location());
  }

  /** The style; the default one if the declared style is not allowed in this location. */
  private Style style(Json.Obj parameter, In in) {
    String name = nodes.text(parameter, "style");
    if (name.isEmpty()) {
      return Styles.byDefault(in);
    }
    Optional<Style> style = Styles.byName(name).filter(known -> Styles.fits(known, in));
    if (style.isEmpty()) {
      nodes.warning(
          SpecProblem.PARAMETER,
          parameter.location(),
          "The style \"%s\" is not allowed here.".formatted(name),
          "The default style is used.");
    }
    return style.orElse(Styles.byDefault(in));
  }

  /** All parameters that can be sent, in the given order. */
  List<ParameterModel> of(List<RawParameter> raw) {
    return raw.stream().flatMap(parameter -> of(parameter).stream()).toList();
  }
}
