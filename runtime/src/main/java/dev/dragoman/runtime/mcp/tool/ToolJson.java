package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes tools and their results as defined by MCP. */
public final class ToolJson {
  /** Claude Code writes longer results to a file, unless a tool announces its own limit. */
  private static final String MOST_CHARACTERS = "anthropic/maxResultSizeChars";

  private static final int MOST_ANNOUNCED = 500_000;

  private ToolJson() {}

  public static ObjectNode descriptor(ToolDescriptor tool) {
    JsonNode type = tool.inputSchema().path("type");
    if (!type.isString() || !type.stringValue().equals("object")) {
      throw new IllegalArgumentException(
          "The input schema of tool " + tool.name() + " must have \"type\": \"object\".");
    }
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", tool.name())
            .put("title", tool.title())
            .put("description", tool.description());
    json.set("inputSchema", tool.inputSchema().deepCopy());
    tool.outputSchema().ifPresent(schema -> json.set("outputSchema", schema.deepCopy()));
    json.set("annotations", annotations(tool));
    tool.mostCharacters()
        .ifPresent(
            count -> json.putObject("_meta").put(MOST_CHARACTERS, Math.min(count, MOST_ANNOUNCED)));
    return json;
  }

  private static ObjectNode annotations(ToolDescriptor tool) {
    ToolDescriptor.Annotations hints = tool.annotations();
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", tool.title())
        .put("readOnlyHint", hints.readOnly())
        .put("destructiveHint", hints.destructive())
        .put("idempotentHint", hints.idempotent())
        .put("openWorldHint", hints.openWorld());
  }

  public static ObjectNode result(CallToolResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode content = json.putArray("content");
    result.content().forEach(block -> content.add(block(block)));
    result.structured().ifPresent(structured -> json.set("structuredContent", structured));
    return json.put("isError", result.isError());
  }

  private static ObjectNode block(Content block) {
    if (block instanceof Content.Text text) {
      return JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text.text());
    } else if (block instanceof Content.Image image) {
      return media("image", image.data(), image.mimeType());
    } else if (block instanceof Content.Audio audio) {
      return media("audio", audio.data(), audio.mimeType());
    } else if (block instanceof Content.Blob blob) {
      return resource(blob);
    }
    throw new IllegalArgumentException("unknown content type: " + block.getClass());
  }

  private static ObjectNode media(String type, String data, String mimeType) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("data", data)
        .put("mimeType", mimeType);
  }

  private static ObjectNode resource(Content.Blob blob) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "resource");
    json.putObject("resource")
        .put("uri", blob.uri())
        .put("mimeType", blob.mimeType())
        .put("blob", blob.data());
    return json;
  }
}
