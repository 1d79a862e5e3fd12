package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import java.util.Map;

/**
 * Writes the operations that are tools, in the format that the runtime's {@code ToolFile} reads.
 */
final class ToolsText {
  private ToolsText() {}

  static String of(ToolsPlan plan) {
    StringBuilder out = new StringBuilder();
    JsonObjectText.append(
        out,
        file ->
            file.text("mode", plan.mode().word()).objects("tools", plan.tools(), ToolsText::tool));
    return out.append('\n').toString();
  }

  private static void tool(JsonObjectText object, Tool tool) {
    object
        .text("name", tool.name())
        .text("title", tool.title())
        .text("description", tool.description())
        .text("operation", tool.operation())
        .text("access", tool.access().word())
        .flag("idempotent", tool.idempotent())
        .json("input", tool.input());
    tool.output().ifPresent(schema -> object.json("output", schema));
    names(object, "parameters", tool.parameters());
    tool.body().whole().ifPresent(name -> object.text("body", name));
    names(object, "properties", tool.body().properties());
    values(object, "fixedParameters", tool.fixed().parameters());
    values(object, "fixedProperties", tool.fixed().properties());
    tool.fixed().body().ifPresent(body -> object.object("fixedBody", o -> o.value("value", body)));
    object.texts("fields", tool.fields());
    object.texts("formerly", tool.formerly());
  }

  private static void names(JsonObjectText object, String member, Map<String, String> names) {
    if (!names.isEmpty()) {
      object.object(member, members -> names.forEach(members::text));
    }
  }

  private static void values(JsonObjectText object, String member, Map<String, Json> values) {
    if (!values.isEmpty()) {
      object.object(member, members -> values.forEach(members::value));
    }
  }
}
