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
 * An operation, with what its path item says merged in and references resolved.
 *
 * @param method in upper case; 3.2's {@code query} and {@code additionalOperations} included
 * @param path the key of the path, as the document has it
 * @param operationId as the document has it; empty when it has none
 * @param tags in document order
 * @param summary empty when there is none
 * @param description empty when there is none
 * @param deprecated whether the document says so
 * @param parameters path-level ones first, overridden ones in place, in document order
 * @param body the request body
 * @param responses in document order
 * @param security the operation's own requirements; empty optional when the API's apply
 * @param servers the operation's or its path's own; empty when the API's apply
 * @param extensions {@code x-…} members of the operation
 * @param location where it is declared
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
