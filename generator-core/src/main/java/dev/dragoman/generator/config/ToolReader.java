package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.NamedTool;
import dev.dragoman.generator.options.ToolChoices;
import dev.dragoman.generator.options.ToolDescriptions;
import dev.dragoman.generator.options.ToolMode;
import dev.dragoman.generator.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which tools a server has. */
final class ToolReader {
  private static final Set<String> TOOL =
      Set.of("operation", "name", "title", "description", "fixed", "hide", "fields");

  private final Problems problems;

  ToolReader(Problems problems) {
    this.problems = problems;
  }

  /** The choices in the settings {@code toolMode}, {@code toolDescriptions} and {@code tools}. */
  ToolChoices read(Members in) {
    Optional<String> word = in.text("toolMode");
    Optional<ToolMode> mode = word.flatMap(ToolMode::of);
    if (word.isPresent() && mode.isEmpty()) {
      in.fault("toolMode", "\"toolMode\" must be " + String.join(", ", ToolMode.words()) + ".", "");
    }
    Optional<String> content = in.text("toolDescriptions");
    Optional<ToolDescriptions> descriptions = content.flatMap(ToolDescriptions::of);
    if (content.isPresent() && descriptions.isEmpty()) {
      String words = String.join(", ", ToolDescriptions.words());
      in.fault("toolDescriptions", "\"toolDescriptions\" must be " + words + ".", "");
    }
    List<NamedTool> named =
        in.list("tools").stream().map(this::tool).flatMap(Optional::stream).toList();
    return new ToolChoices(mode, descriptions, named);
  }

  private Optional<NamedTool> tool(Json value) {
    Members in = Members.of(value, problems, TOOL);
    if (!(value instanceof Json.Obj)) {
      return Optional.empty();
    }
    Optional<String> operation = in.text("operation");
    if (operation.isEmpty()) {
      in.fault(
          "operation",
          "A tool needs an \"operation\".",
          "It is the operationId, or the method and the path: GET /lamps/{id}.");
      return Optional.empty();
    }
    return Optional.of(
        new NamedTool(
            operation.get(),
            in.text("name"),
            in.text("title"),
            in.text("description"),
            in.map("fixed"),
            in.texts("hide"),
            in.texts("fields"),
            in.location()));
  }
}
