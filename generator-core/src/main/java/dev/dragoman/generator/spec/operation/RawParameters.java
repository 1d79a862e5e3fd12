package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.runtime.execute.client.ConnectionHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Combines the parameters of a path item and of its operation. */
final class RawParameters {
  private static final Set<String> SET_BY_OTHERS = Set.of("content-type", "authorization");

  private final NodeReader nodes;

  RawParameters(NodeReader nodes) {
    this.nodes = nodes;
  }

  /**
   * Path-level parameters first; those that the operation overrides keep their position. Headers
   * that are set by media types and security are left out (OpenAPI 3.1, section 4.8.12.2), except
   * for {@code Accept}, which lets a caller choose among responses and is never required. Headers
   * that parameters cannot set are left out with a warning, because they would be dropped from
   * every call.
   */
  List<RawParameter> of(Json.Obj pathItem, Json.Obj operation) {
    Map<String, RawParameter> byKey = new LinkedHashMap<>();
    byKey.putAll(list(pathItem));
    byKey.putAll(list(operation));
    return new ArrayList<>(byKey.values());
  }

  private Map<String, RawParameter> list(Json.Obj holder) {
    Map<String, RawParameter> byKey = new LinkedHashMap<>();
    for (Json item : nodes.items(holder, "parameters")) {
      Json.Obj object = nodes.asObject(item, "A parameter");
      if (object != null) {
        add(new RawParameter(nodes.text(object, "name"), nodes.text(object, "in"), object), byKey);
      }
    }
    return byKey;
  }

  private void add(RawParameter parameter, Map<String, RawParameter> byKey) {
    if (parameter.in().isEmpty() || (parameter.name().isEmpty() && !isUnnamed(parameter))) {
      nodes.warning(
          SpecProblem.PARAMETER,
          parameter.object().location(),
          "A parameter needs \"name\" and \"in\".",
          "The parameter is ignored.");
      return;
    }
    if (parameter.in().equals("header")
        && SET_BY_OTHERS.contains(parameter.name().toLowerCase(Locale.ROOT))) {
      return;
    }
    if (parameter.in().equals("header") && ConnectionHeaders.contains(parameter.name())) {
      nodes.warning(
          SpecProblem.PARAMETER,
          parameter.object().location(),
          "The header \"%s\" belongs to the connection; no parameter sets it."
              .formatted(parameter.name()),
          "The parameter is left out.");
      return;
    }
    RawParameter first = byKey.put(parameter.key(), parameter);
    if (first != null) {
      nodes.warning(
          SpecProblem.PARAMETER,
          parameter.object().location(),
          "The %s parameter \"%s\" is declared twice in one list."
              .formatted(parameter.in(), parameter.name()),
          "The last declaration is used.");
    }
  }

  private static boolean isUnnamed(RawParameter parameter) {
    return parameter.in().equals("body") || parameter.in().equals("querystring");
  }
}
