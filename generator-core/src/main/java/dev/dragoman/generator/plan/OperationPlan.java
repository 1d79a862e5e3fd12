package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.runtime.AccessLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation.
 *
 * @param ordinal its index in the document, starting at 0
 * @param id the name by which agents call it, unique within the API
 * @param className simple name of its request record, which is generated with a client
 * @param methodName name of the method for its handler, which is generated without a client
 * @param rights who may run it
 * @param server its own absolute server URL, if it has one
 * @param parameters those with their own record component, in document order
 * @param others those that share one map, if the record would otherwise have more components than
 *     the JVM allows; optional ones only
 * @param body its request body
 * @param accept the value of {@code Accept} unless a parameter chooses one; empty for the value
 *     that every request has
 * @param model the operation in the document
 */
public record OperationPlan(
    int ordinal,
    String id,
    String className,
    String methodName,
    OperationRights rights,
    Optional<String> server,
    List<ParameterPlan> parameters,
    List<ParameterPlan> others,
    Optional<BodyPlan> body,
    String accept,
    OperationModel model) {
  /** A constructor with more arguments than this is hard to read; the record then has a builder. */
  public static final int MAX_PLAIN_COMPONENTS = 4;

  public OperationPlan {
    Objects.requireNonNull(id);
    Objects.requireNonNull(className);
    Objects.requireNonNull(methodName);
    Objects.requireNonNull(rights);
    Objects.requireNonNull(server);
    parameters = List.copyOf(parameters);
    others = List.copyOf(others);
    Objects.requireNonNull(body);
    Objects.requireNonNull(accept);
    Objects.requireNonNull(model);
  }

  /** The HTTP method in upper case. */
  public String method() {
    return model.method();
  }

  /** The path template in the document. */
  public String path() {
    return model.path();
  }

  /** {@code METHOD /path}. */
  public String route() {
    return model.route();
  }

  /** The document's summary; empty if there is none. */
  public String summary() {
    return model.summary();
  }

  /** The document's description of the body; empty if there is none. */
  public String bodyDescription() {
    return model.body().map(BodyModel::description).orElse("");
  }

  /** Whether the document declares it as deprecated. */
  public boolean isDeprecated() {
    return model.deprecated();
  }

  /** The alternative security requirements; empty if those of the API apply. */
  public Optional<List<SecurityRequirement>> security() {
    return model.security();
  }

  /** The effect of running it. */
  public AccessLevel access() {
    return rights.access();
  }

  /** Whether its record has so many components that it needs a builder. */
  public boolean hasBuilder() {
    int ofBody = body.map(present -> present.hasChoice() ? 2 : 1).orElse(0);
    return parameters.size() + (others.isEmpty() ? 0 : 1) + ofBody > MAX_PLAIN_COMPONENTS;
  }
}
