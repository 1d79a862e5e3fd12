package dev.dragoman.runtime.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.guide.markdown.LlmsText;
import dev.dragoman.runtime.guide.markdown.MarkdownGuide;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Snippet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide as Markdown: complete, exact, and without markup that comes from a document. */
class MarkdownGuideTest {
  private static final Pattern BLOCK =
      Pattern.compile("^(`{3,})[a-z]+\\n(.*?)\\n\\1$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void blocksAreExactlyTheSnippets() {
    Facts.all()
        .forEach(
            (name, facts) -> {
              Guide guide = ConnectionGuide.of(facts);
              assertThat(blocks(MarkdownGuide.of(guide)))
                  .as(name)
                  .containsExactlyElementsOf(
                      guide.snippets().stream()
                          .filter(snippet -> !isValue(snippet))
                          .map(Snippet::text)
                          .toList());
            });
  }

  private static boolean isValue(Snippet snippet) {
    return snippet.kind() == Snippet.Kind.VALUE && !snippet.text().contains("\n");
  }

  private static List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(markdown);
    while (matcher.find()) {
      blocks.add(matcher.group(2));
    }
    return blocks;
  }

  @Test
  void everyPartIsThere() {
    String markdown = MarkdownGuide.of(ConnectionGuide.of(Facts.all().get("everything")));
    assertThat(markdown.lines().filter(line -> line.matches("#{1,2} .*")))
        .containsExactly(
            "# Acme MCP server",
            "## Tools",
            "## Signing in",
            "## Who may do what",
            "## Connect a client",
            "## Check the connection",
            "## If something fails");
    assertThat(markdown)
        .contains(
            "### Claude Code\n", "#### With an API key\n", "- URL: `https://mcp.acme.com/mcp`\n")
        .contains("[Add to Cursor](cursor://anysphere.cursor-deeplink/")
        .contains("| `X-Acme-Access-Mode` | `ACME_ACCESS_MODE` |")
        .doesNotContain("\n\n\n");
  }

  @Test
  void tablesHaveEquallyManyCells() {
    String markdown = MarkdownGuide.of(ConnectionGuide.of(Facts.all().get("everything")));
    String previous = "";
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("|") && previous.startsWith("|")) {
        assertThat(cells(line)).as(line).isEqualTo(cells(previous));
      }
      previous = line;
    }
  }

  private static long cells(String line) {
    return line.replace("\\|", "").chars().filter(c -> c == '|').count();
  }

  @Test
  void textOfADocumentIsNotMarkup() {
    String markdown = MarkdownGuide.of(ConnectionGuide.of(Facts.all().get("hostile title")));
    assertThat(markdown)
        .contains("\\`\\<script\\>\\`\\|\\*\\*Ac{}me\\*\\* \\# API")
        .doesNotContain("<script>");
  }

  @Test
  void clientsAloneHaveHeadingsOfTheGivenLevel() {
    Guide guide = ConnectionGuide.of(Facts.all().get("OAuth and keys"));
    String markdown = MarkdownGuide.clients(guide, 3, List.of("cursor", "codex"));
    assertThat(markdown).startsWith("### Cursor\n\n#### Sign in").contains("### Codex CLI\n");
    assertThatThrownBy(() -> MarkdownGuide.clients(guide, 3, List.of("emacs")))
        .hasMessageContaining("emacs");
    assertThat(markdown.lines().filter(line -> line.startsWith("#")))
        .allMatch(line -> line.startsWith("### ") || line.startsWith("#### "));
  }

  @Test
  void llmsText() {
    Guide guide = ConnectionGuide.of(Facts.all().get("local with keys"));
    String text =
        LlmsText.of(
            guide,
            URI.create("http://127.0.0.1:8080/index.md"),
            List.of(
                new LlmsText.Link(
                    "The page", URI.create("http://127.0.0.1:8080/"), "the same for browsers")));
    assertThat(text)
        .startsWith("# Acme MCP server\n\n> Lets AI assistants use the Acme API")
        .contains("MCP endpoint: `http://127.0.0.1:8080/mcp`")
        .contains("\n## Docs\n\n- [Connect a client](http://127.0.0.1:8080/index.md): ")
        .contains("\n## Optional\n\n- [The page](http://127.0.0.1:8080/): the same for browsers\n");
    assertThat(LlmsText.of(guide, URI.create("/index.md"), List.of())).doesNotContain("Optional");
  }
}
