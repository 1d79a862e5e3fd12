package dev.dragoman.generator.overlay;

import dev.dragoman.generator.jsonpath.JsonPath;
import dev.dragoman.generator.jsonpath.JsonPathException;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an Overlay document and reports all problems with it at once. */
final class OverlayReader {
  private static final Set<String> MEMBERS =
      Set.of("target", "description", "update", "remove", "copy");

  private final Problems problems;
  private boolean isFirstVersion;

  OverlayReader(Problems problems) {
    this.problems = problems;
  }

  /** The overlay in a document; empty if it is not an Overlay document. */
  Overlay read(Json document) {
    String version = document instanceof Json.Obj object ? object.text("overlay") : null;
    if (version == null || !version.matches("1\\.[01](\\..*)?")) {
      fault(
          document.location(),
          "Not an OpenAPI Overlay 1.0 or 1.1 document.",
          "Start it with \"overlay: 1.1.0\".");
      return new Overlay(List.of(), false);
    }
    isFirstVersion = version.startsWith("1.0");
    List<Json> items = ((Json.Obj) document).items("actions");
    if (items.isEmpty()) {
      fault(document.location(), "The overlay has no actions.", "Add at least one action.");
    }
    List<Action> actions = new ArrayList<>();
    for (Json item : items) {
      Action action = action(item);
      if (action != null) {
        actions.add(action);
      }
    }
    return new Overlay(actions, isFirstVersion);
  }

  /** An action; null if it is invalid, which is reported. */
  private @Nullable Action action(Json item) {
    if (!(item instanceof Json.Obj action) || !(action.get("target") instanceof Json.Str target)) {
      fault(item.location(), "An action needs a \"target\".", "Set it to a JSONPath query.");
      return null;
    }
    checkMembers(action);
    JsonPath path = path(target);
    Action.Change change = change(action);
    return path == null || change == null ? null : new Action(path, change, target);
  }

  private void checkMembers(Json.Obj action) {
    action
        .members()
        .forEach(
            (name, value) -> {
              boolean known = MEMBERS.contains(name) && !(isFirstVersion && name.equals("copy"));
              if (!known && !name.startsWith("x-")) {
                fault(
                    value.location(),
                    "\"%s\" is not a field of an action.".formatted(name),
                    name.equals("copy")
                        ? "It requires \"overlay: 1.1.0\"."
                        : "Use target with update, copy or remove.");
              }
            });
  }

  /**
   * The change of an action. "remove" takes precedence over the others, as the specification says.
   */
  private Action.@Nullable Change change(Json.Obj action) {
    Json update = action.get("update");
    Json copy = isFirstVersion ? null : action.get("copy");
    Json remove = action.get("remove");
    if (remove != null && !(remove instanceof Json.Bool)) {
      fault(remove.location(), "\"remove\" must be true or false.", "Set it to true or false.");
      return null;
    }
    if (action.isTrue("remove")) {
      return new Action.Remove();
    }
    if ((update == null) == (copy == null)) {
      fault(
          action.location(),
          update == null
              ? "The action changes nothing."
              : "The action has both an update and a copy.",
          "Use one of update, copy and \"remove: true\".");
      return null;
    }
    return update == null ? copy(copy) : new Action.Update(update);
  }

  private Action.@Nullable Change copy(@Nullable Json value) {
    if (!(value instanceof Json.Str source)) {
      Location place = value == null ? Location.file("") : value.location();
      fault(place, "\"copy\" must be a string.", "Set it to a JSONPath query.");
      return null;
    }
    JsonPath path = path(source);
    return path == null ? null : new Action.Copy(path, source);
  }

  private @Nullable JsonPath path(Json.Str text) {
    try {
      return JsonPath.parse(text.value());
    } catch (JsonPathException e) {
      OverlayProblem.QUERY.error(
          problems,
          text.location(),
          "\"%s\" is not a valid JSONPath query: %s.".formatted(text.value(), e.getMessage()),
          "For the syntax see RFC 9535, for example $.paths['/pets'].get.");
      return null;
    }
  }

  private void fault(Location location, String message, String hint) {
    OverlayProblem.STRUCTURE.error(problems, location, message, hint);
  }
}
