package dev.dragoman.generator.model;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation, including the parts of its path item that apply to it, with references resolved.
 *
 * @param method in upper case; includes OpenAPI 3.2's {@code query} and {@code
 *     additionalOperations}
 * @param path the path as written in the document
 * @param operationId as written in the document; empty if there is none
 * @param tags in document order
 * @param summary empty if there is none
 * @param description empty if there is none
 * @param deprecated whether the document declares it as deprecated
 * @param parameters path-level ones first, overridden ones in their position, in document order
 * @param body the request body
 * @param responses in document order
 * @param security the operation's own requirements; empty if those of the API apply
 * @param servers the operation's or its path's own servers; empty if those of the API apply
 * @param extensions {@code x-…} members of the operation
 * @param location its location in the document
 */
public record OperationModel(
    String method,
    String path,
    Optional<String> operationId,
    List<String> tags,
    String summary,
    String description,
    boolean deprecated,
    List<ParameterModel> parameters,
    Optional<BodyModel> body,
    List<ResponseModel> responses,
    Optional<List<SecurityRequirement>> security,
    List<Server> servers,
    Map<String, Json> extensions,
    Location location) {
  public OperationModel {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(operationId);
    tags = List.copyOf(tags);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(description);
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(body);
    responses = List.copyOf(responses);
    security = security.map(List::copyOf);
    servers = List.copyOf(servers);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    Objects.requireNonNull(location);
  }

  /** {@code METHOD /path}. */
  public String route() {
    return method + " " + path;
  }
}
