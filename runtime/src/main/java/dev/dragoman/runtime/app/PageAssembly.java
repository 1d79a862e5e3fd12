package dev.dragoman.runtime.app;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.guide.facts.AccessFacts;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.guide.facts.OAuthFacts;
import dev.dragoman.runtime.guide.facts.ToolFact;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.page.DeferredPage;
import dev.dragoman.runtime.page.PageFacts;
import dev.dragoman.runtime.page.PageMode;
import dev.dragoman.runtime.page.ServerPage;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.transport.http.page.PageSource;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Gathers what the page says about a server, when it is asked for the first time. */
final class PageAssembly {
  /** The page of a server with a socket of its own. */
  static final List<String> PATHS = List.of("/", "/index.html", "/index.md", "/llms.txt");

  /** Below the endpoint, because the other paths of a servlet container are the application's. */
  static final List<String> EMBEDDED = List.of("/mcp/index.html", "/mcp/index.md", "/mcp/llms.txt");

  private static final int MAX_TITLE = 120;

  private PageAssembly() {}

  /** The page as configured; empty if there is none. */
  static Optional<PageSource> of(
      ServerDefinition definition,
      Settings settings,
      List<ToolDescriptor> tools,
      List<String> paths) {
    return settings.limits().page() == PageMode.OFF
        ? Optional.empty()
        : Optional.of(
            new DeferredPage(
                paths, () -> new ServerPage(facts(definition, settings, tools), paths)));
  }

  private static PageFacts facts(
      ServerDefinition definition, Settings settings, List<ToolDescriptor> tools) {
    boolean credential = !settings.waysIn().ways().contains(AuthenticationMethod.ANONYMOUS);
    boolean lists = !credential || settings.limits().page() == PageMode.FULL;
    List<ToolDescriptor> shown =
        tools.stream().filter(tool -> lists || Extensions.OURS.contains(tool.name())).toList();
    return new PageFacts(
        connection(definition, settings, shown),
        definition.version(),
        settings.limits().openApi(),
        credential,
        lists,
        shown,
        () -> Catalog.of(definition.resources(), "/" + definition.resourceRoot()));
  }

  private static ConnectionFacts connection(
      ServerDefinition definition, Settings settings, List<ToolDescriptor> tools) {
    AuthenticationSettings ways = settings.waysIn();
    FactsBuilder facts =
        ConnectionFacts.builder(definition.vendor())
            .definition(definition)
            .title(ForeignText.clip(ForeignText.line(definition.title()), MAX_TITLE))
            .ways(ways.ways())
            .mock(settings.mock())
            .tools(tools.stream().map(PageAssembly::fact).toList())
            .allowedOrigins(settings.allowedOrigins());
    URI url = ways.publicUrl();
    if (url != null) {
      facts.url(AuthenticationSettings.endpoint(url));
    }
    AuthenticationSettings.OAuth oauth = ways.oauth();
    if (oauth != null) {
      facts.oauth(new OAuthFacts(oauth.resource().issuer(), oauth.resource().scopes()));
    }
    return limited(facts.build(), settings);
  }

  /** The facts with the operator's limits. */
  private static ConnectionFacts limited(ConnectionFacts known, Settings settings) {
    AccessFacts access = known.access();
    return known.toBuilder()
        .access(
            new AccessFacts(
                settings.ceiling(),
                access.partner(),
                access.organizations(),
                access.environments(),
                settings.calls().confirmation().word()))
        .build();
  }

  private static ToolFact fact(ToolDescriptor tool) {
    return new ToolFact(tool.name(), tool.description());
  }
}
