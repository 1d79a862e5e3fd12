package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reconciles the declared path parameters with those in the path template. */
final class PathParameters {
  private final NodeReader nodes;

  PathParameters(NodeReader nodes) {
    this.nodes = nodes;
  }

  /**
   * The parameters without those that do not occur in the path, and with undeclared ones that do.
   */
  List<ParameterModel> fit(String path, List<ParameterModel> declared, Location operation) {
    Set<String> names = PathTemplate.names(path);
    List<ParameterModel> fitting = new ArrayList<>();
    for (ParameterModel parameter : declared) {
      if (parameter.in() == In.PATH && !names.contains(parameter.name())) {
        nodes.warning(
            SpecProblem.PATH_PARAMETER,
            parameter.location(),
            "The path \"%s\" does not contain the parameter \"%s\"."
                .formatted(path, parameter.name()),
            "The parameter is ignored.");
      } else {
        fitting.add(parameter);
      }
    }
    Set<String> known =
        fitting.stream()
            .filter(parameter -> parameter.in() == In.PATH)
            .map(ParameterModel::name)
            .collect(Collectors.toSet());
    for (String name : names) {
      if (!known.contains(name)) {
        fitting.add(undeclared(path, name, operation));
      }
    }
    return fitting;
  }

  private ParameterModel undeclared(String path, String name, Location operation) {
    nodes.warning(
        SpecProblem.PATH_PARAMETER,
        operation,
        "The path \"%s\" contains an undeclared parameter \"%s\".".formatted(path, name),
        "It is assumed to be a string; declare it.");
    return new ParameterModel(
        name,
        In.PATH,
        true,
        false,
        "",
        Style.SIMPLE,
        false,
        false,
        false,
        new Json.Obj(Map.of("type", new Json.Str("string", operation)), operation),
        Optional.empty(),
        Optional.empty(),
        operation);
  }
}
