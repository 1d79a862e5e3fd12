package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.spec.node.HttpNames;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.Map;
import java.util.Optional;

/** Checks of parameters that are the same in all versions. */
public final class ParameterChecks {
  private static final Map<String, In> PLACES =
      Map.of(
          "path", In.PATH,
          "query", In.QUERY,
          "header", In.HEADER,
          "cookie", In.COOKIE,
          "querystring", In.QUERYSTRING);

  private final NodeReader nodes;

  /** Creates the checks. */
  public ParameterChecks(NodeReader nodes) {
    this.nodes = nodes;
  }

  /**
   * Whether a call must have the parameter. Path parameters always are; {@code Accept} never is,
   * because requests have a default value for it.
   */
  public static boolean isRequired(RawParameter parameter, In in, boolean declared) {
    return in == In.PATH
        || (declared && !(in == In.HEADER && parameter.name().equalsIgnoreCase("Accept")));
  }

  /** The parameter's location; empty if it cannot be sent, which is reported. */
  public Optional<In> place(RawParameter parameter) {
    In in = PLACES.get(parameter.in());
    if (in == null) {
      nodes.warning(
          SpecProblem.PARAMETER,
          parameter.object().location(),
          "The parameter \"%s\" has an unknown \"in\": \"%s\"."
              .formatted(parameter.name(), parameter.in()),
          "The parameter is ignored.");
      return Optional.empty();
    }
    boolean good =
        switch (in) {
          case HEADER -> HttpNames.isToken(parameter.name());
          case COOKIE -> HttpNames.isCookieName(parameter.name());
          case PATH, QUERY, QUERYSTRING -> true;
        };
    if (!good) {
      nodes.badName(
          parameter.name(),
          parameter.object().location(),
          "The parameter's name is not a valid " + parameter.in() + " name.",
          "The parameter is ignored; use letters, digits and hyphens (an RFC 9110 token).");
      return Optional.empty();
    }
    return Optional.of(in);
  }
}
