package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Adds notes of this server to a result. If the first block is the JSON of an API response, a note
 * becomes the first member of that object, so that clients that join all blocks, or parse the first
 * one, still find a single JSON value. Otherwise it is appended as a block.
 */
final class ResultNotes {
  private static final String MEMBER = "{\"notes\":[";

  private ResultNotes() {}

  /** The result with several notes, in their order. */
  static CallToolResult add(CallToolResult result, List<String> notes) {
    boolean appended = !isObject(result.content());
    CallToolResult noted = result;
    for (int i = 0; i < notes.size(); i++) {
      noted = add(noted, notes.get(appended ? i : notes.size() - 1 - i));
    }
    return noted;
  }

  /** The result with another note; the newest is first. */
  static CallToolResult add(CallToolResult result, String note) {
    List<Content> content = new ArrayList<>(result.content());
    if (isObject(content)) {
      content.set(0, new Content.Text(inserted(((Content.Text) content.get(0)).text(), note)));
    } else {
      content.add(new Content.Text("note: " + note));
    }
    return result.withContent(content);
  }

  /** The result with a mark that it was made up. */
  static CallToolResult mock(CallToolResult result) {
    List<Content> content = new ArrayList<>(result.content());
    if (!isObject(content)) {
      return add(result, "the response is made up (mock mode)");
    }
    String rest = ((Content.Text) content.get(0)).text().substring(1);
    content.set(0, new Content.Text("{\"mock\":true" + (rest.equals("}") ? "" : ",") + rest));
    return result.withContent(content);
  }

  private static boolean isObject(List<Content> content) {
    return !content.isEmpty()
        && content.get(0) instanceof Content.Text first
        && first.text().startsWith("{")
        && first.text().endsWith("}");
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
