package dev.dragoman.generator.spec.swagger2;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.spec.node.HttpNames;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.OperationParts;
import dev.dragoman.generator.spec.operation.RawParameter;
import dev.dragoman.generator.spec.operation.Responses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of an operation in Swagger 2.0. */
public final class Swagger2Parts implements OperationParts {
  private final NormalizationContext level;
  private final NodeReader nodes;
  private final Json.Obj document;
  private final Swagger2Servers servers;
  private final Swagger2Parameters parameters;
  private final Swagger2Bodies bodies;

  /** Creates the parts for a document. */
  public Swagger2Parts(NormalizationContext level, Json.Obj document) {
    this.level = level;
    this.nodes = level.nodes();
    this.document = document;
    this.servers = new Swagger2Servers(level);
    this.parameters = new Swagger2Parameters(level);
    this.bodies = new Swagger2Bodies(level, parameters);
  }

  @Override
  public List<ParameterModel> parameters(List<RawParameter> raw) {
    return raw.stream()
        .filter(each -> !each.in().equals("body") && !each.in().equals("formData"))
        .flatMap(each -> parameters.of(each).stream())
        .toList();
  }

  @Override
  public Optional<BodyModel> body(Json.Obj operation, List<RawParameter> raw) {
    return bodies.of(operation, mediaTypes(operation, "consumes"), raw);
  }

  @Override
  public List<ResponseModel> responses(Json.Obj operation) {
    List<String> produces = mediaTypes(operation, "produces");
    return Responses.of(nodes, operation, response -> content(response, produces));
  }

  /**
   * The media types of a response: those that the operation produces, each with the same schema.
   */
  private List<MediaTypeModel> content(Json.Obj response, List<String> produces) {
    if (response.get("schema") == null) {
      return List.of();
    }
    Json schema = level.schemas().take(response.get("schema"), response.location());
    Map<String, Json> examples = nodes.members(response, "examples");
    return (produces.isEmpty() ? List.of("application/json") : produces)
        .stream()
            .map(
                name ->
                    new MediaTypeModel(
                        name,
                        schema,
                        Map.of(),
                        Optional.ofNullable(examples.get(name)).stream().toList()))
            .toList();
  }

  /**
   * The media types of {@code consumes} or {@code produces}. The operation's own list, even an
   * empty one, replaces the document's.
   */
  private List<String> mediaTypes(Json.Obj operation, String member) {
    Json.Obj holder = operation.get(member) == null ? document : operation;
    List<String> names = new ArrayList<>();
    for (Json item : nodes.items(holder, member)) {
      String scalar = NodeReader.scalar(item);
      String name = scalar == null ? "" : scalar.strip();
      if (HttpNames.isLine(name)) {
        names.add(name);
      } else {
        nodes.badName(
            name,
            item.location(),
            "The media type name contains control characters.",
            "The media type is ignored; use one such as application/json.");
      }
    }
    return names;
  }

  @Override
  public List<Server> servers(Json.Obj pathItem, Json.Obj operation) {
    if (operation.get("schemes") == null) {
      return List.of();
    }
    List<Server> own = servers.of(document, operation);
    return own.equals(servers.of(document, document)) ? List.of() : own;
  }
}
