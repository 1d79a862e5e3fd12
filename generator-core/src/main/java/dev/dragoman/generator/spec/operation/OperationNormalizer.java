package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.spec.node.NodeReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Normalizes individual operations. */
public final class OperationNormalizer {
  private final NodeReader nodes;
  private final OperationParts parts;
  private final SecurityNormalizer security;
  private final RawParameters rawParameters;
  private final PathParameters pathParameters;

  /**
   * Creates a normalizer for a document.
   *
   * @param parts reads the parts that differ between Swagger 2.0 and OpenAPI 3
   */
  public OperationNormalizer(
      NormalizationContext level, OperationParts parts, SecurityNormalizer security) {
    this.nodes = level.nodes();
    this.parts = parts;
    this.security = security;
    this.rawParameters = new RawParameters(level.nodes());
    this.pathParameters = new PathParameters(level.nodes());
  }

  /**
   * The operation with a method and path.
   *
   * @param pathItem the path item that contains it, whose parameters and texts also apply
   */
  OperationModel of(String method, String path, Json.Obj pathItem, Json.Obj operation) {
    nodes.checkReferences(operation, "callbacks");
    List<RawParameter> raw = rawParameters.of(pathItem, operation);
    List<ParameterModel> parameters =
        pathParameters.fit(path, parts.parameters(raw), operation.location());
    return new OperationModel(
        method,
        path,
        Optional.of(nodes.text(operation, "operationId")).filter(id -> !id.isEmpty()),
        tags(operation),
        textOr(operation, pathItem, "summary"),
        textOr(operation, pathItem, "description"),
        nodes.isTrue(operation, "deprecated"),
        parameters,
        parts.body(operation, raw),
        parts.responses(operation),
        security.requirements(operation),
        parts.servers(pathItem, operation),
        NodeReader.extensions(operation),
        operation.location());
  }

  /** Texts of a path item apply to all its operations (OpenAPI 3.1, section 4.8.9). */
  private String textOr(Json.Obj operation, Json.Obj pathItem, String member) {
    String own = nodes.text(operation, member);
    return own.isEmpty() ? nodes.text(pathItem, member) : own;
  }

  private List<String> tags(Json.Obj operation) {
    return nodes.items(operation, "tags").stream()
        .map(NodeReader::scalar)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .distinct()
        .toList();
  }
}
