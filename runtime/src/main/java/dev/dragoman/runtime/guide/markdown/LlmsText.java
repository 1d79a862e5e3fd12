package dev.dragoman.runtime.guide.markdown;

import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Text;
import java.net.URI;
import java.util.List;

/** The file {@code llms.txt} of a server (llmstxt.org): what it is, and where to read on. */
public final class LlmsText {
  private LlmsText() {}

  /**
   * A link.
   *
   * @param title its text
   * @param target where it leads
   * @param description what is there
   */
  public record Link(String title, URI target, String description) {}

  /**
   * The text.
   *
   * @param guide the guide for the server
   * @param index the guide as Markdown
   * @param optional what a reader may skip, such as the page for browsers
   */
  public static String of(Guide guide, URI index, List<Link> optional) {
    MarkdownWriter out = new MarkdownWriter(1);
    out.heading(0, guide.title());
    out.paragraph(
        "> " + String.join(" ", guide.summary().stream().map(MarkdownEscape::inline).toList()));
    guide
        .url()
        .ifPresent(
            url -> out.paragraph(Text.of("MCP endpoint: `{}` (Streamable HTTP, POST only).", url)));
    guide.signIn().forEach(out::item);
    guide.access().forEach(out::item);
    out.heading(1, "Docs");
    link(
        out,
        new Link(
            "Connect a client",
            index,
            "tools, headers, configurations of each client, a prompt to check the connection, and"
                + " what to do if something fails"));
    if (!optional.isEmpty()) {
      out.heading(1, "Optional");
      optional.forEach(link -> link(out, link));
    }
    return out.text();
  }

  private static void link(MarkdownWriter out, Link link) {
    out.markdownItem(
        MarkdownEscape.link(link.title(), link.target())
            + ": "
            + MarkdownEscape.plain(link.description()));
  }
}
