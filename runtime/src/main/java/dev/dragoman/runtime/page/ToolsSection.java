package dev.dragoman.runtime.page;

import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.List;

/** The tools with their descriptions, and the box to try one of them. */
final class ToolsSection {
  private static final String SEARCH = "search";

  /** Tools on the page; more are those of a server with a tool for each operation. */
  static final int MOST = 200;

  private static final int MAX_DESCRIPTION = 1_200;

  private ToolsSection() {}

  static boolean hasSearch(PageFacts facts) {
    return facts.tools().stream().anyMatch(tool -> tool.name().equals(SEARCH));
  }

  /** What clients list. */
  static Section tools(List<ToolDescriptor> tools) {
    Html html = new Html();
    html.element("p", "Clients list these tools. The descriptions are written for the agent.");
    html.open("dl", "class", "terms");
    tools.stream().limit(MOST).forEach(tool -> tool(html, tool));
    html.close();
    if (tools.size() > MOST) {
      int more = tools.size() - MOST;
      html.element("p", OperationsSection.number(more) + " more tools are not listed here.");
    }
    return new Section("tools", "Tools", "Tools", html);
  }

  private static void tool(Html html, ToolDescriptor tool) {
    html.open("div").open("dt").element("code", tool.name());
    html.element("span", effect(tool), "class", "tag " + kind(tool)).close();
    html.element("dd", ForeignText.clip(tool.description(), MAX_DESCRIPTION)).close();
  }

  private static String effect(ToolDescriptor tool) {
    if (tool.annotations().readOnly()) {
      return "reads";
    }
    return tool.annotations().destructive() ? "may delete" : "writes";
  }

  private static String kind(ToolDescriptor tool) {
    if (tool.annotations().readOnly()) {
      return "read";
    }
    return tool.annotations().destructive() ? "destructive" : "write";
  }

  /**
   * The box.
   *
   * @param endpoint the MCP endpoint, relative to the page
   */
  static Section box(PageFacts facts, String endpoint) {
    Html html = new Html();
    html.element(
        "p",
        "See what an agent finds: the box calls the tool search of this server, which sends nothing"
            + " to the API.");
    html.element(
        "p",
        "The box needs JavaScript. Everything else on this page works without it.",
        "class",
        "quiet",
        "data-no-script",
        "");
    html.open("form", "id", "try-form", "data-endpoint", endpoint, "data-script", "", "hidden", "");
    if (facts.credential()) {
      key(html);
    }
    query(html);
    html.element("p", "", "id", "said", "class", "said", "role", "status", "aria-live", "polite");
    html.empty("ol", "id", "hits", "class", "hits", "hidden", "", "aria-label", "Operations found");
    html.element("p", "", "id", "remedy", "class", "small quiet").close();
    return new Section("try", "Try search", "Try search", html);
  }

  private static void query(Html html) {
    html.open("div", "class", "field");
    html.element("label", "What do you want to do?", "for", "query");
    html.open("div", "class", "row");
    html.empty(
        "input",
        "id",
        "query",
        "type",
        "search",
        "maxlength",
        "500",
        "autocomplete",
        "off",
        "placeholder",
        "e.g. list users");
    html.element("button", "Search", "type", "submit").close().close();
  }

  private static void key(Html html) {
    html.open("div", "class", "field");
    html.element("label", "Key or access token", "for", "key");
    html.empty(
        "input",
        "id",
        "key",
        "type",
        "password",
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "aria-describedby",
        "key-note");
    html.element(
        "p",
        "This server requires one. It stays in the memory of this page, is sent to this server only,"
            + " and is gone when you close the page.",
        "id",
        "key-note",
        "class",
        "small quiet");
    html.close();
  }
}
