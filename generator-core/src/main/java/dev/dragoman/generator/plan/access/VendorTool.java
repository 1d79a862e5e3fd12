package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the extensions that other MCP generators read say about an operation. A vendor's document
 * may exclude an operation, name and describe its tool, and raise its access level; nothing here
 * can lower one.
 *
 * @param exclusion the value that leaves the operation out; empty if none does
 * @param name the name of its tool
 * @param title the name for people
 * @param description the description for models
 * @param readOnly the value of {@code readOnlyHint}
 * @param destructive the value of {@code destructiveHint}
 */
public record VendorTool(
    Optional<Json> exclusion,
    Optional<String> name,
    Optional<String> title,
    Optional<String> description,
    Optional<Json.Bool> readOnly,
    Optional<Json.Bool> destructive) {
  /** In order of precedence. */
  private static final List<String> EXTENSIONS =
      List.of("x-mcp", "x-mcp-tool", "x-speakeasy-mcp", "x-zuplo-mcp-tool", "x-gram");

  private static final String ANNOTATIONS = "x-mcp-annotations";
  private static final List<String> IF_TRUE = List.of("disabled", "skip", "exclude", "hidden");
  private static final List<String> IF_FALSE = List.of("enabled", "include", "expose");

  public VendorTool {
    Objects.requireNonNull(exclusion);
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(readOnly);
    Objects.requireNonNull(destructive);
  }

  /**
   * What the extensions of an operation say; where several say something, the first one applies.
   */
  public static VendorTool of(OperationModel operation) {
    List<Json> values = new ArrayList<>();
    for (String extension : EXTENSIONS) {
      Json value = operation.extensions().get(extension);
      if (value != null) {
        values.add(value);
      }
    }
    List<Json.Obj> objects = objects(values);
    List<Json.Obj> hints = new ArrayList<>();
    objects.forEach(
        object -> Optional.ofNullable(object.object("annotations")).ifPresent(hints::add));
    hints.addAll(objects);
    if (operation.extensions().get(ANNOTATIONS) instanceof Json.Obj annotations) {
      hints.add(0, annotations);
    }
    return new VendorTool(
        values.stream().filter(VendorTool::excludes).findFirst(),
        text(objects, "name"),
        text(hints, "title"),
        text(objects, "description"),
        hint(hints, "readOnlyHint", false),
        hint(hints, "destructiveHint", true));
  }

  private static List<Json.Obj> objects(List<Json> values) {
    return values.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
  }

  private static boolean excludes(Json value) {
    if (value instanceof Json.Obj object) {
      return IF_TRUE.stream().anyMatch(object::isTrue)
          || IF_FALSE.stream()
              .anyMatch(name -> object.get(name) instanceof Json.Bool bool && !bool.value());
    }
    return value instanceof Json.Bool bool && !bool.value();
  }

  private static Optional<String> text(List<Json.Obj> objects, String name) {
    return objects.stream()
        .flatMap(object -> Optional.ofNullable(object.text(name)).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Where several say something, the stricter one applies. */
  private static Optional<Json.Bool> hint(List<Json.Obj> objects, String name, boolean stricter) {
    List<Json.Bool> given =
        objects.stream()
            .map(object -> object.get(name))
            .filter(Json.Bool.class::isInstance)
            .map(Json.Bool.class::cast)
            .toList();
    return given.stream()
        .filter(value -> value.value() == stricter)
        .findFirst()
        .or(() -> given.stream().findFirst());
  }
}
