package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code x-dragoman-access}, {@code x-dragoman-auth-modes} and {@code x-dragoman-scopes} of
 * an operation. In an overlay they are the operator's decision and apply as they are. In the
 * vendor's own document they may tighten the default rights but never loosen them: otherwise an
 * update of the document could make a destructive operation available to read-only callers.
 */
final class AccessExtensions {
  static final String ACCESS = "x-dragoman-access";
  static final String AUTH_MODES = "x-dragoman-auth-modes";
  static final String SCOPES = "x-dragoman-scopes";

  private final ApiModel api;
  private final Problems problems;

  /** Creates a reader; problems with extensions are reported there. */
  AccessExtensions(ApiModel api, Problems problems) {
    this.api = api;
    this.problems = problems;
  }

  /**
   * The rights of an operation after its extensions have been applied.
   *
   * @param rights the rights without extensions
   */
  OperationRights apply(OperationModel operation, OperationRights rights) {
    return scopes(operation, authModes(operation, access(operation, hinted(operation, rights))));
  }

  /** Hints for other generators raise the level; one that would lower it is reported. */
  private OperationRights hinted(OperationModel operation, OperationRights rights) {
    VendorTool hints = VendorTool.of(operation);
    boolean reads = rights.access() == AccessLevel.READ;
    if (hints
        .readOnly()
        .filter(hint -> hint.value() && !reads && !api.isOperators(hint))
        .isPresent()) {
      loosens(
          "readOnlyHint",
          hints.readOnly().get(),
          "would loosen " + rights.access().word() + " to read");
      return rights;
    }
    boolean isWrite = hints.readOnly().filter(hint -> !hint.value()).isPresent();
    boolean isDestructive =
        hints.destructive().filter(Json.Bool::value).isPresent() && (isWrite || !reads);
    if (isDestructive) {
      return rights.withAccess(AccessLevel.DESTRUCTIVE);
    }
    return isWrite && reads ? rights.withAccess(AccessLevel.WRITE) : rights;
  }

  private OperationRights access(OperationModel operation, OperationRights rights) {
    Json value = operation.extensions().get(ACCESS);
    if (value == null) {
      return rights;
    }
    Optional<AccessLevel> level =
        value instanceof Json.Str text ? AccessWords.accessLevel(text.value()) : Optional.empty();
    if (level.isEmpty()) {
      unreadable(ACCESS, value, "read, write or destructive");
      return rights;
    }
    if (!api.isOperators(value) && level.get().compareTo(rights.access()) < 0) {
      loosens(
          ACCESS, value, "would loosen " + rights.access().word() + " to " + level.get().word());
      return rights;
    }
    return rights.withAccess(level.get());
  }

  private OperationRights authModes(OperationModel operation, OperationRights rights) {
    Json value = operation.extensions().get(AUTH_MODES);
    if (value == null) {
      return rights;
    }
    Set<AuthMode> modes = EnumSet.noneOf(AuthMode.class);
    for (String word : texts(value)) {
      modes.addAll(AccessWords.authModes(word));
    }
    if (modes.isEmpty()) {
      unreadable(AUTH_MODES, value, "user, partner or both");
      return rights;
    }
    if (!api.isOperators(value) && !rights.authModes().containsAll(modes)) {
      loosens(AUTH_MODES, value, "would allow auth modes that the security schemes do not");
      return rights;
    }
    return rights.withAuthModes(modes);
  }

  private OperationRights scopes(OperationModel operation, OperationRights rights) {
    Json value = operation.extensions().get(SCOPES);
    if (value == null) {
      return rights;
    }
    List<Json> items = value instanceof Json.Arr array ? array.items() : List.of(value);
    if (!items.stream().allMatch(Json.Str.class::isInstance)) {
      unreadable(SCOPES, value, "a string or a list of strings");
      return rights;
    }
    List<List<String>> scopes = AccessWords.scopes(texts(value));
    boolean replaces = api.isOperators(value) || rights.scopes().isEmpty();
    return rights.withScopes(replaces ? scopes : both(rights.scopes(), scopes));
  }

  /**
   * Alternatives that satisfy both lists: each one of the left combined with each one of the right.
   */
  private static List<List<String>> both(List<List<String>> left, List<List<String>> right) {
    if (right.isEmpty()) {
      return left;
    }
    List<List<String>> all = new ArrayList<>();
    for (List<String> one : left) {
      for (List<String> other : right) {
        List<String> together = new ArrayList<>(one);
        other.stream().filter(scope -> !one.contains(scope)).forEach(together::add);
        all.add(together);
      }
    }
    return all;
  }

  private static List<String> texts(Json value) {
    List<Json> items = value instanceof Json.Arr array ? array.items() : List.of(value);
    return items.stream()
        .filter(Json.Str.class::isInstance)
        .map(item -> ((Json.Str) item).value())
        .toList();
  }

  /**
   * An invalid extension is an error in the operator's overlay, but only a warning in the vendor's
   * document, which the operator cannot fix.
   */
  private void unreadable(String name, Json value, String allowed) {
    String message = name + " must be " + allowed + ".";
    if (api.isOperators(value)) {
      problems.error("DRG-PLAN-011", value.location(), message, "Fix the overlay.");
    } else {
      problems.warning("DRG-PLAN-011", value.location(), message, "It is ignored.");
    }
  }

  private void loosens(String name, Json value, String what) {
    problems.warning(
        "DRG-PLAN-012",
        value.location(),
        name + " " + what + ", which a vendor's document is not allowed to do; it is ignored.",
        "If it is intended, set it in an overlay or in the configuration.");
  }
}
