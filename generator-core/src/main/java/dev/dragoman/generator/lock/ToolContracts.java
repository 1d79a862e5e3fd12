package dev.dragoman.generator.lock;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import dev.dragoman.runtime.digest.Sha256;
import java.util.Map;
import java.util.TreeMap;

/** The contracts of tools: what a call may contain, and what is added to it. */
final class ToolContracts {
  private static final int DIGEST_CHARACTERS = 32;

  private ToolContracts() {}

  /** The tools of a server by name. */
  static Map<String, LockedTool> of(ToolsPlan plan) {
    Map<String, LockedTool> tools = new TreeMap<>();
    for (Tool tool : plan.tools()) {
      tools.put(tool.name(), new LockedTool(tool.name(), tool.operation(), digest(tool)));
    }
    return tools;
  }

  private static String digest(Tool tool) {
    StringBuilder text = new StringBuilder();
    text.append(SchemaText.of(tool.input()).text()).append('\n');
    text.append(new TreeMap<>(tool.parameters())).append('\n');
    text.append(tool.body().whole().orElse("")).append('\n');
    text.append(new TreeMap<>(tool.body().properties())).append('\n');
    values(text, tool.fixed().parameters());
    values(text, tool.fixed().properties());
    tool.fixed().body().ifPresent(body -> JsonText.append(text, body));
    text.append('\n').append(tool.fields());
    return Sha256.hex(text.toString()).substring(0, DIGEST_CHARACTERS);
  }

  private static void values(StringBuilder text, Map<String, Json> values) {
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              JsonText.append(text, name);
              JsonText.append(text.append(':'), value);
            });
    text.append('\n');
  }
}
