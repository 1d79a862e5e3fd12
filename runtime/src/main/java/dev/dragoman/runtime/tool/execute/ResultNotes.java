package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.mcp.tool.ToolResult;
import dev.dragoman.runtime.mcp.tool.ToolResult.Content;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Puts remarks of this server into a result. Where its first block is the JSON of an API response,
 * they become the first member of that object: clients that join all blocks, or parse the first
 * one, still find one JSON value. Elsewhere they come after the blocks.
 */
final class ResultNotes {
  private static final String MEMBER = "{\"notes\":[";

  private ResultNotes() {}

  /** The same result with a remark more, the newest first. */
  static ToolResult add(ToolResult result, String note) {
    List<Content> content = new ArrayList<>(result.content());
    if (!content.isEmpty() && content.get(0) instanceof Content.Text first && isObject(first)) {
      content.set(0, new Content.Text(inserted(first.text(), note)));
    } else {
      content.add(new Content.Text("note: " + note));
    }
    return new ToolResult(content, result.structured(), result.isError());
  }

  private static boolean isObject(Content.Text first) {
    return first.text().startsWith("{") && first.text().endsWith("}");
  }

  private static String inserted(String json, String note) {
    String quoted = JsonNodeFactory.instance.stringNode(note).toString();
    if (json.startsWith(MEMBER)) {
      String others = json.substring(MEMBER.length());
      return MEMBER + quoted + (others.startsWith("]") ? "" : ",") + others;
    }
    String rest = json.substring(1);
    return MEMBER + quoted + "]" + (rest.equals("}") ? "" : ",") + rest;
  }
}
