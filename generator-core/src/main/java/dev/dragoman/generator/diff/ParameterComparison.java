package dev.dragoman.generator.diff;

import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the parameters of an operation. Parameters are matched by location and name; those that
 * remain are matched by name only, as moved parameters.
 */
final class ParameterComparison {
  private final SchemaComparison schemas;
  private final Findings findings;

  ParameterComparison(SchemaComparison schemas, Findings findings) {
    this.schemas = schemas;
    this.findings = findings;
  }

  /** Adds the changes of all parameters to the findings. */
  void compare(OperationModel was, OperationModel is) {
    Map<String, ParameterModel> older = byPlace(was.parameters());
    Map<String, ParameterModel> newer = byPlace(is.parameters());
    List<String> stayed = older.keySet().stream().filter(newer::containsKey).toList();
    for (String place : stayed) {
      ParameterModel before = older.remove(place);
      ParameterModel after = newer.remove(place);
      if (before != null && after != null) {
        same(before, after);
      }
    }
    for (ParameterModel before : older.values()) {
      Optional<ParameterModel> elsewhere =
          newer.values().stream().filter(one -> one.name().equals(before.name())).findFirst();
      if (elsewhere.isPresent()) {
        newer.remove(key(elsewhere.get()));
        moved(before, elsewhere.get());
      } else {
        findings.add(ChangeEffect.BREAKING, "parameter-removed", place(before), "was removed");
      }
    }
    newer.values().forEach(this::added);
  }

  private void moved(ParameterModel before, ParameterModel after) {
    String what = "was in " + word(before.in()) + ", is in " + word(after.in());
    findings.add(ChangeEffect.BREAKING, "parameter-moved", place(after), what);
    content(before, after);
  }

  private void added(ParameterModel parameter) {
    boolean needed = parameter.required();
    findings.add(
        needed ? ChangeEffect.BREAKING : ChangeEffect.WIDENING,
        needed ? "parameter-added-required" : "parameter-added",
        place(parameter),
        needed ? "is new and required" : "is new");
  }

  private void same(ParameterModel before, ParameterModel after) {
    if (!style(before).equals(style(after))) {
      findings.add(
          ChangeEffect.BREAKING,
          "parameter-style",
          place(after),
          "was serialized as " + style(before) + ", is serialized as " + style(after));
    }
    content(before, after);
  }

  private void content(ParameterModel before, ParameterModel after) {
    boolean needed = after.required();
    if (before.required() != needed) {
      findings.add(
          needed ? ChangeEffect.BREAKING : ChangeEffect.WIDENING,
          needed ? "parameter-required" : "parameter-optional",
          place(after),
          needed ? "is required now" : "is no longer required");
    }
    schemas.compare(before.schema(), after.schema(), Direction.REQUEST, place(after), findings);
  }

  private static String style(ParameterModel parameter) {
    return parameter.style().name().toLowerCase(Locale.ROOT)
        + (parameter.explode() ? ", exploded" : "")
        + (parameter.allowReserved() ? ", reserved characters allowed" : "")
        + parameter.contentType().map(type -> " as " + type).orElse("");
  }

  private static String place(ParameterModel parameter) {
    return "parameter " + word(parameter.in()) + ":" + parameter.name();
  }

  private static String word(In in) {
    return in.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, ParameterModel> byPlace(List<ParameterModel> parameters) {
    Map<String, ParameterModel> byPlace = new LinkedHashMap<>();
    parameters.forEach(parameter -> byPlace.putIfAbsent(key(parameter), parameter));
    return byPlace;
  }

  /** Header names are case-insensitive (RFC 9110, section 5.1). */
  private static String key(ParameterModel parameter) {
    String name = parameter.name();
    return parameter.in()
        + ":"
        + (parameter.in() == In.HEADER ? name.toLowerCase(Locale.ROOT) : name);
  }
}
