package dev.dragoman.generator.overlay;

import static java.util.stream.Collectors.toSet;

import dev.dragoman.generator.jsonpath.Node;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI Overlay, version 1.0 or 1.1. Values that it adds to a document keep their location in
 * the overlay and are therefore the operator's. Values that it copies keep their location in the
 * document and remain the vendor's.
 */
public final class Overlay {
  private final List<Action> actions;
  private final boolean isFirstVersion;

  Overlay(List<Action> actions, boolean isFirstVersion) {
    this.actions = List.copyOf(actions);
    this.isFirstVersion = isFirstVersion;
  }

  /**
   * Reads an overlay.
   *
   * @param document the contents of its file
   * @param problems receives what is wrong with it; invalid actions are left out
   */
  public static Overlay read(Json document, Problems problems) {
    return new OverlayReader(problems).read(document);
  }

  /**
   * Applies all actions to a document, one after the other.
   *
   * @param problems receives targets that select nothing, and updates that do not match their
   *     targets
   */
  public Json apply(Json document, Problems problems) {
    Json changed = document;
    for (Action action : actions) {
      changed = apply(action, changed, problems);
    }
    return changed;
  }

  private Json apply(Action action, Json document, Problems problems) {
    List<Node> targets = action.target().select(document);
    if (targets.isEmpty()) {
      OverlayProblem.SELECTION.warning(
          problems,
          action.text().location(),
          "The target \"%s\" selects nothing.".formatted(action.text().value()),
          "The action has no effect; has the vendor's document changed?");
      return document;
    }
    if (action.change() instanceof Action.Remove) {
      return remove(action, targets, document, problems);
    }
    Merge merge = new Merge(problems);
    Json value = value(action, document, problems);
    return value == null || !fits(action, targets, problems)
        ? document
        : Edits.at(targets).apply(document, target -> merge.into(target, value));
  }

  private static Json remove(Action action, List<Node> targets, Json document, Problems problems) {
    if (targets.stream().anyMatch(target -> target.path().isEmpty())) {
      OverlayProblem.MERGE.error(
          problems,
          action.text().location(),
          "The whole document cannot be removed.",
          "Select the part to remove.");
      return document;
    }
    return Edits.at(targets).remove(document);
  }

  /** The value to merge into the targets; null after a problem. */
  private static @Nullable Json value(Action action, Json document, Problems problems) {
    if (action.change() instanceof Action.Update update) {
      return update.value();
    }
    Action.Copy copy = (Action.Copy) action.change();
    List<Node> sources = copy.source().select(document);
    if (sources.size() == 1) {
      return sources.get(0).value();
    }
    OverlayProblem.SELECTION.error(
        problems,
        copy.text().location(),
        "\"copy\" must select exactly one value, but selects %d.".formatted(sources.size()),
        "Select a single value.");
    return null;
  }

  /** Whether the targets can be updated together, and by this version of the specification. */
  private boolean fits(Action action, List<Node> targets, Problems problems) {
    Set<Kind> kinds = targets.stream().map(target -> Kind.of(target.value())).collect(toSet());
    String fault = "";
    if (kinds.size() > 1) {
      fault = "The targets must be all objects, all arrays or all plain values.";
    } else if (isFirstVersion && kinds.contains(Kind.PLAIN)) {
      fault = "The target is a plain value, which Overlay 1.0 cannot update.";
    }
    if (!fault.isEmpty()) {
      OverlayProblem.SELECTION.error(
          problems,
          action.text().location(),
          fault,
          kinds.size() > 1
              ? "Split the action."
              : "Use \"overlay: 1.1.0\", or select the object that contains it.");
    }
    return fault.isEmpty();
  }

  private enum Kind {
    OBJECT,
    ARRAY,
    PLAIN;

    static Kind of(Json value) {
      if (value instanceof Json.Obj) {
        return OBJECT;
      }
      return value instanceof Json.Arr ? ARRAY : PLAIN;
    }
  }
}
