package dev.dragoman.generator.spec.openapi3;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.Examples;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.OperationParts;
import dev.dragoman.generator.spec.operation.RawParameter;
import dev.dragoman.generator.spec.operation.Responses;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.source.References;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of an operation in OpenAPI 3. */
public final class OpenApi3Parts implements OperationParts {
  private final NodeReader nodes;
  private final Servers servers;
  private final ContentNormalizer mediaTypes;
  private final OpenApi3Parameters parameters;

  /** Creates the parts for a document. */
  public OpenApi3Parts(NormalizationContext level, Examples examples) {
    this.nodes = level.nodes();
    this.servers = new Servers(level);
    this.mediaTypes = new ContentNormalizer(level, examples);
    this.parameters = new OpenApi3Parameters(level, mediaTypes, examples);
  }

  @Override
  public List<ParameterModel> parameters(List<RawParameter> raw) {
    return parameters.of(raw);
  }

  @Override
  public Optional<BodyModel> body(Json.Obj operation, List<RawParameter> raw) {
    Json written = operation.get("requestBody");
    Json.Str reference = written == null ? null : References.of(written);
    if (reference != null
        && nodes.target(reference, "Any JSON is accepted as the body.").isEmpty()) {
      return Optional.of(anyJson(operation));
    }
    Json.Obj body = nodes.object(operation, "requestBody");
    if (body == null) {
      return Optional.empty();
    }
    List<MediaTypeModel> content = mediaTypes.of(body);
    if (content.isEmpty()) {
      nodes.warning(
          SpecProblem.BODY,
          body.location(),
          "The request body has no media type.",
          "The body is ignored; declare its \"content\".");
      return Optional.empty();
    }
    return Optional.of(
        new BodyModel(nodes.isTrue(body, "required"), nodes.text(body, "description"), content));
  }

  /**
   * The body for a reference that cannot be resolved: the operation evidently has one, so any JSON
   * is accepted.
   */
  private static BodyModel anyJson(Json.Obj operation) {
    Json.Obj any = new Json.Obj(Map.of(), operation.location());
    return new BodyModel(
        false, "", List.of(new MediaTypeModel("application/json", any, Map.of(), List.of())));
  }

  @Override
  public List<ResponseModel> responses(Json.Obj operation) {
    return Responses.of(nodes, operation, mediaTypes::of);
  }

  @Override
  public List<Server> servers(Json.Obj pathItem, Json.Obj operation) {
    List<Server> own = servers.of(operation);
    return own.isEmpty() ? servers.of(pathItem) : own;
  }
}
