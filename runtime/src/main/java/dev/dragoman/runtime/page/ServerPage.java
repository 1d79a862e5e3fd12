package dev.dragoman.runtime.page;

import dev.dragoman.runtime.guide.ConnectionGuide;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.guide.markdown.LlmsText;
import dev.dragoman.runtime.guide.markdown.MarkdownGuide;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.text.VisibleText;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import dev.dragoman.runtime.transport.http.page.PageSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Renders the page about a server, one document at a time. The documents of a few addresses are
 * kept, so that repeated requests cost nothing.
 */
public final class ServerPage implements PageSource {
  /** How many rendered documents are kept. */
  static final int KEPT = 8;

  private static final String HTML = "text/html;charset=utf-8";
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final String MARKDOWN = "text/markdown;charset=utf-8";

  /** A browser shows the text, or saves it, but never takes it for a page. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer");

  private final PageFacts facts;
  private final List<String> paths;
  private final PageLinks links;
  private final Supplier<Operations> operations;
  private final Map<String, PageDocument> kept =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PageDocument> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Creates the page of a server.
   *
   * @param paths the paths of the documents, the page itself first
   */
  public ServerPage(PageFacts facts, List<String> paths) {
    this.facts = facts;
    this.paths = List.copyOf(paths);
    long depth = paths.get(0).chars().filter(c -> c == '/').count() - 1;
    this.links = new PageLinks("../".repeat((int) depth));
    this.operations =
        Lazy.of(
            () ->
                facts.apis().isEmpty()
                    ? Operations.of(facts.catalog().get())
                    : Operations.of(facts.apis()));
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public synchronized Optional<PageDocument> document(String path, URI server) {
    if (!paths.contains(path)) {
      return Optional.empty();
    }
    return Optional.of(kept.computeIfAbsent(path + " " + server, key -> render(path, server)));
  }

  private PageDocument render(String path, URI server) {
    Guide own = ConnectionGuide.of(connection(server));
    Guide guide = facts.apis().isEmpty() ? own : SeveralGuide.of(own, facts.apis());
    if (path.endsWith(".md")) {
      return PageDocument.of(MARKDOWN, VisibleText.of(MarkdownGuide.of(guide)), PLAIN);
    }
    return path.endsWith(".txt")
        ? PageDocument.of(TEXT, VisibleText.of(llms(guide, server)), PLAIN)
        : PageDocument.of(HTML, page(guide), PageLayout.HEADERS);
  }

  private ConnectionFacts connection(URI server) {
    FactsBuilder shown = facts.connection().toBuilder();
    if (facts.connection().url().isEmpty()) {
      shown.url(URI.create(server + "/mcp"));
    }
    if (facts.listsOperations()) {
      operations.get().sample().ifPresent(shown::sample);
    }
    return shown.build();
  }

  /** Where to read on, by absolute addresses: agents take the text out of its place. */
  private String llms(Guide guide, URI server) {
    String base = guide.url().map(URI::toString).orElse(server + "/mcp").replaceFirst("/mcp$", "");
    List<LlmsText.Link> more = new ArrayList<>();
    more.add(new LlmsText.Link("Page", URI.create(base + paths.get(0)), "the same for browsers"));
    if (facts.openApi()) {
      URI description = URI.create(base + "/openapi.json");
      more.add(new LlmsText.Link("HTTP API", description, "the tools for programs without MCP"));
    }
    String folder = paths.get(0).substring(0, paths.get(0).lastIndexOf('/'));
    return LlmsText.of(guide, URI.create(base + folder + "/index.md"), more);
  }

  private String page(Guide guide) {
    return new PageLayout(facts, guide, operations.get()).write(sections(guide), links);
  }

  private boolean allowsWrites() {
    return facts.connection().allowsWrites()
        || facts.apis().stream().anyMatch(api -> api.connection().allowsWrites());
  }

  private List<Section> sections(Guide guide) {
    List<Section> sections = new ArrayList<>();
    if (!facts.apis().isEmpty()) {
      sections.add(ApisSection.of(facts.apis()));
    }
    sections.add(ConnectSection.of(guide));
    sections.add(AccessSections.verify(guide));
    sections.add(AccessSections.access(guide));
    sections.add(AccessSections.signIn(guide));
    sections.add(ToolsSection.tools(facts.tools()));
    if (ToolsSection.hasSearch(facts)) {
      sections.add(ToolsSection.box(facts, links.endpoint()));
    }
    sections.add(
        facts.listsOperations()
            ? OperationsSection.of(operations.get(), allowsWrites())
            : OperationsSection.unlisted(operations.get().count()));
    return sections;
  }
}
