package dev.dragoman.runtime.page;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.List;
import java.util.Map;

/** The page around its sections. */
final class PageLayout {
  private static final int MAX_TITLE = 120;
  private static final int MAX_VERSION = 40;

  private static final String ICON =
      "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
          + "<rect width='16' height='16' rx='4' fill='%230a5f58'/>"
          + "<path d='M4 11V5h3a3 3 0 0 1 0 6zM11 5v6' fill='none' stroke='white'"
          + " stroke-width='1.6'/></svg>";

  private static final Asset STYLE = Asset.read("page.css");
  private static final Asset SCRIPT = Asset.read("page.js");

  /**
   * Allows this page's own style and script, requests to the server itself, and nothing else
   * (Content Security Policy 3).
   */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src "
              + SCRIPT.source()
              + "; style-src "
              + STYLE.source()
              + "; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final PageFacts facts;
  private final Guide guide;
  private final Operations operations;

  PageLayout(PageFacts facts, Guide guide, Operations operations) {
    this.facts = facts;
    this.guide = guide;
    this.operations = operations;
  }

  /**
   * The page.
   *
   * @param links relative addresses
   */
  String write(List<Section> sections, PageLinks links) {
    Html html = new Html(64 * 1024);
    html.open("html", "lang", "en");
    head(html);
    html.open("body");
    html.element("a", "Skip to the content", "class", "skip", "href", "#main");
    top(html, links);
    html.open("div", "class", "wrap frame");
    contents(html, sections);
    html.open("main", "id", "main", "tabindex", "-1");
    sections.forEach(section -> section.write(html));
    html.close().close();
    foot(html, links);
    html.element("p", "", "id", "live", "class", "unseen", "role", "status", "aria-live", "polite");
    html.asset("script", SCRIPT);
    html.close().close();
    return "<!doctype html>\n" + html + "\n";
  }

  private String title() {
    return ForeignText.clip(ForeignText.line(facts.connection().title()), MAX_TITLE);
  }

  private void head(Html html) {
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title() + " – MCP server");
    html.empty("link", "rel", "icon", "href", ICON);
    html.asset("style", STYLE).close();
  }

  private void top(Html html, PageLinks links) {
    html.open("header", "class", "top").open("div", "class", "wrap");
    html.open("p", "class", "eyebrow").element("span", "MCP server");
    String version = ForeignText.clip(ForeignText.line(facts.version()), MAX_VERSION);
    if (!version.isEmpty()) {
      html.element("span", "API version " + version);
    }
    html.close().element("h1", title());
    html.open("div", "class", "lead");
    for (int i = 0; i < guide.summary().size(); i++) {
      String kind = i > 0 && facts.connection().mock() ? "notice" : "";
      GuideHtml.paragraph(html, guide.summary().get(i), kind.isEmpty() ? "" : "class", kind);
    }
    html.close();
    address(html, links);
    figures(html);
    html.close().close();
  }

  private void address(Html html, PageLinks links) {
    if (guide.url().isEmpty()) {
      return;
    }
    html.open("div", "class", "address").element("span", "Endpoint", "class", "label");
    html.element(
        "code", guide.url().get().toString(), "id", "endpoint", "data-path", links.endpoint());
    GuideHtml.copyButton(html, "endpoint", "endpoint");
    html.close();
    html.open("p", "id", "moved", "class", "notice", "hidden", "");
    html.text("You have opened this page at another address: ");
    html.element("code", "", "id", "moved-here");
    html.text(
        ". If clients cannot reach the one above, ask the operator to set the server's public URL.");
    html.close();
  }

  /** The share of each access level, as a bar; the numbers are beside it. */
  private void share(Html html) {
    String box = "0 0 " + operations.count() + " 1";
    html.open(
        "svg",
        "class",
        "share",
        "viewBox",
        box,
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    int start = 0;
    for (AccessLevel level : AccessLevel.values()) {
      int count = operations.levels().getOrDefault(level, 0);
      html.empty(
          "rect", "class", level.word(), "x", "" + start, "width", "" + count, "height", "1");
      start += count;
    }
    html.close();
  }

  /** How many operations there are of each access level, as a bar and as numbers. */
  private void figures(Html html) {
    if (operations.count() > 0) {
      share(html);
    }
    html.open("dl", "class", "figures");
    figure(html, "", "Operations", operations.count());
    figure(html, "read", "Read", operations.levels().getOrDefault(AccessLevel.READ, 0));
    figure(html, "write", "Write", operations.levels().getOrDefault(AccessLevel.WRITE, 0));
    figure(
        html,
        "destructive",
        "Destructive",
        operations.levels().getOrDefault(AccessLevel.DESTRUCTIVE, 0));
    html.close();
  }

  private static void figure(Html html, String kind, String name, int value) {
    html.open("div").element("dt", name, kind.isEmpty() ? "" : "class", kind);
    html.element("dd", OperationsSection.number(value)).close();
  }

  private static void contents(Html html, List<Section> sections) {
    html.open("nav", "class", "contents", "aria-label", "On this page").open("ul");
    for (Section section : sections) {
      html.open("li").element("a", section.link(), "href", "#" + section.id()).close();
    }
    html.close().close();
  }

  private void foot(Html html, PageLinks links) {
    html.open("footer", "class", "foot").open("div", "class", "wrap");
    html.open("p").element("a", "This page as Markdown", "href", links.markdown()).close();
    html.open("p").element("a", "llms.txt", "href", links.llms()).close();
    if (facts.openApi()) {
      html.open("p").element("a", "The tools as a plain HTTP API", "href", links.openApi()).close();
    }
    html.open("p").element("a", "Health", "href", links.health()).close();
    html.element("p", "Served by Dragoman").close().close();
  }
}
