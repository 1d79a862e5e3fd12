package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ApiModel.Dialect;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.node.HttpNames;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the operations of a document. */
public final class PathNormalizer {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> OTHER_MEMBERS =
      Set.of("$ref", "summary", "description", "servers", "parameters", "additionalOperations");

  private final NormalizationContext level;
  private final NodeReader nodes;
  private final OperationNormalizer operations;
  private final List<OperationModel> found = new ArrayList<>();

  /** The first locations of routes, and of routes without the names of path parameters. */
  private final Map<String, Location> routes = new HashMap<>();

  private final Map<String, Location> shapes = new HashMap<>();

  /** Creates a normalizer for a document. */
  public PathNormalizer(NormalizationContext level, OperationNormalizer operations) {
    this.level = level;
    this.nodes = level.nodes();
    this.operations = operations;
  }

  /**
   * All operations: paths in document order, methods in the order in which each path item contains
   * them.
   */
  public List<OperationModel> operations(Json.Obj document) {
    nodes
        .members(document, "paths")
        .forEach(
            (key, value) -> {
              if (!key.startsWith("x-")) {
                pathItem(key, value);
              }
            });
    return List.copyOf(found);
  }

  private void pathItem(String key, Json value) {
    if (PathTemplate.leavesServer(key)) {
      nodes.warning(
          SpecProblem.PATH,
          value.location(),
          "The path \"%s\" is not a path on the API's server.".formatted(key),
          "Its operations are ignored; use a path that starts with one slash and has no \".\" or"
              + " \"..\" segments.");
      return;
    }
    if (!key.startsWith("/")) {
      nodes.warning(
          SpecProblem.PATH,
          value.location(),
          "The path \"%s\" does not start with a slash.".formatted(key),
          "A slash is added.");
    }
    Json.Obj pathItem = nodes.asObject(nodes.followPathItem(value), "A path item");
    if (pathItem != null) {
      members(key.startsWith("/") ? key : "/" + key, pathItem);
    }
  }

  private void members(String path, Json.Obj pathItem) {
    for (Map.Entry<String, Json> member : pathItem.members().entrySet()) {
      String name = member.getKey();
      if (isMethod(name)) {
        operation(name, path, pathItem, member.getValue());
      } else if (name.equals("additionalOperations")) {
        nodes
            .members(pathItem, name)
            .forEach((method, value) -> additional(method, path, pathItem, value));
      } else if (!OTHER_MEMBERS.contains(name) && !name.startsWith("x-")) {
        unknown(name, path, pathItem, member.getValue());
      }
    }
  }

  private boolean isMethod(String name) {
    return METHODS.contains(name)
        || (name.equals("query") && level.dialect() == Dialect.OPENAPI_3_2);
  }

  /** A method in capitals can mean only one thing, unless the path has it in lower case, too. */
  private void unknown(String name, String path, Json.Obj pathItem, Json value) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean isMeant = isMethod(lower) && pathItem.get(lower) == null;
    String problem =
        isMeant
            ? "The method \"%s\" is not in lower case."
            : "\"%s\" is not an HTTP method or another field of a path item.";
    nodes.warning(
        SpecProblem.PATH,
        value.location(),
        problem.formatted(name),
        isMeant ? "It is read as \"%s\".".formatted(lower) : "It is ignored.");
    if (isMeant) {
      operation(lower, path, pathItem, value);
    }
  }

  private void additional(String method, String path, Json.Obj pathItem, Json value) {
    if (HttpNames.isToken(method)) {
      operation(method, path, pathItem, value);
    } else {
      nodes.badName(
          method,
          value.location(),
          "The name of an additional operation is not an HTTP method.",
          "The operation is ignored; use letters.");
    }
  }

  private void operation(String name, String path, Json.Obj pathItem, Json value) {
    Json.Obj operation = nodes.asObject(value, "An operation");
    if (operation != null) {
      String method = name.toUpperCase(Locale.ROOT);
      if (isNew(method, path, value.location())) {
        found.add(operations.of(method, path, pathItem, operation));
      }
    }
  }

  /**
   * Whether no earlier operation has the same method and path. Paths that differ only in the names
   * of their parameters are forbidden (OpenAPI 3.1, section 4.8.8.1) but occur in practice; both
   * are kept.
   */
  private boolean isNew(String method, String path, Location place) {
    Location same = routes.putIfAbsent(method + " " + path, place);
    if (same != null) {
      nodes.error(
          SpecProblem.AMBIGUOUS_OPERATION,
          place,
          "%s %s is declared twice; the first one is at %s.".formatted(method, path, same),
          "Remove one of them.");
      return false;
    }
    Location alike = shapes.putIfAbsent(method + " " + PathTemplate.shape(path), place);
    if (alike != null) {
      nodes.warning(
          SpecProblem.AMBIGUOUS_OPERATION,
          place,
          "%s %s differs from another path only in parameter names; the other is at %s."
              .formatted(method, path, alike),
          "Both are kept; the API cannot distinguish their requests by path.");
    }
    return true;
  }
}
