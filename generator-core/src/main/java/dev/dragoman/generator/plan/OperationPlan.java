package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.runtime.AccessLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation.
 *
 * @param ordinal its place in the document, from 0
 * @param id the name agents call it by, unique within the API
 * @param className simple name of its request record
 * @param rights who may run it
 * @param server its own absolute server URL, when it has one
 * @param parameters those with a component of their own, in document order
 * @param others those that share one map, where a record would have more components than the JVM
 *     takes; optional ones only
 * @param body the body it sends
 * @param accept the media types it asks for unless a parameter chooses one; empty for those that
 *     every request asks for
 * @param model what the document says
 */
public record OperationPlan(
    int ordinal,
    String id,
    String className,
    OperationRights rights,
    Optional<String> server,
    List<ParameterPlan> parameters,
    List<ParameterPlan> others,
    Optional<BodyPlan> body,
    String accept,
    OperationModel model) {
  /** A constructor of more arguments than this is hard to read; then there is a builder. */
  public static final int MAX_PLAIN_COMPONENTS = 4;

  public OperationPlan {
    Objects.requireNonNull(id);
    Objects.requireNonNull(className);
    Objects.requireNonNull(rights);
    Objects.requireNonNull(server);
    parameters = List.copyOf(parameters);
    others = List.copyOf(others);
    Objects.requireNonNull(body);
    Objects.requireNonNull(accept);
    Objects.requireNonNull(model);
  }

  public String method() {
    return model.method();
  }

  /** The path template of the document. */
  public String path() {
    return model.path();
  }

  /** {@code METHOD /path}. */
  public String route() {
    return model.route();
  }

  public String summary() {
    return model.summary();
  }

  public boolean isDeprecated() {
    return model.deprecated();
  }

  /** The alternatives of security schemes; empty for those of the API. */
  public Optional<List<SecurityRequirement>> security() {
    return model.security();
  }

  /** What running it can do. */
  public AccessLevel access() {
    return rights.access();
  }

  /** Whether its record has so many components that it needs a builder. */
  public boolean hasBuilder() {
    int ofBody = body.map(present -> present.hasChoice() ? 2 : 1).orElse(0);
    return parameters.size() + (others.isEmpty() ? 0 : 1) + ofBody > MAX_PLAIN_COMPONENTS;
  }
}
