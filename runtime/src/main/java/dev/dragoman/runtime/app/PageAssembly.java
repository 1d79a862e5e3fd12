package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.guide.facts.AccessFacts;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.guide.facts.KeyHeader;
import dev.dragoman.runtime.guide.facts.OAuthFacts;
import dev.dragoman.runtime.guide.facts.ToolFact;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.page.ApiFacts;
import dev.dragoman.runtime.page.PageFacts;
import dev.dragoman.runtime.page.PageMode;
import dev.dragoman.runtime.page.ServerPage;
import dev.dragoman.runtime.several.ApiId;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.transport.http.page.PageSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The page of a server of several APIs; empty if there is none. */
  static Optional<PageSource> ofSeveral(
      String name,
      Settings settings,
      Map<String, ApiReading> apis,
      List<ToolDescriptor> tools,
      List<String> paths) {
    return settings.limits().page() == PageMode.OFF
        ? Optional.empty()
        : Optional.of(
            new DeferredPage(
                paths, () -> new ServerPage(several(name, settings, apis, tools), paths)));
  }

  private static PageFacts several(
      String name, Settings settings, Map<String, ApiReading> apis, List<ToolDescriptor> tools) {
    boolean credential = !settings.waysIn().ways().contains(AuthenticationMethod.ANONYMOUS);
    boolean lists = !credential || settings.limits().page() == PageMode.FULL;
    List<ApiFacts> facts = new ArrayList<>();
    apis.forEach((id, api) -> facts.add(api(id, api, settings)));
    FactsBuilder server =
        ConnectionFacts.builder(name)
            .keys(facts.stream().flatMap(PageAssembly::keys).toList())
            .ways(settings.waysIn().ways())
            .access(new AccessFacts(AccessMode.READ_ONLY, false, false, List.of(), "off"))
            .mock(apis.values().stream().allMatch(api -> api.settings().mock()))
            .operations(
                apis.values().stream().mapToInt(api -> api.definition().operationCount()).sum())
            .tools(tools.stream().map(PageAssembly::fact).toList())
            .allowedOrigins(settings.allowedOrigins());
    URI url = settings.waysIn().publicUrl();
    if (url != null) {
      server.url(AuthenticationSettings.endpoint(url));
    }
    return new PageFacts(
        server.build(), "", false, credential, lists, tools, facts.get(0).catalog(), facts);
  }

  /** What callers of one of the APIs send for it. */
  private static Stream<KeyHeader> keys(ApiFacts api) {
    ConnectionFacts connection = api.connection();
    if (!connection.takesKeys()) {
      return Stream.empty();
    }
    return connection.keys().isEmpty()
        ? Stream.of(
            new KeyHeader(connection.title(), api.keyHeader(), connection.names().apiKeyVariable()))
        : connection.keys().stream();
  }

  private static ApiFacts api(String id, ApiReading api, Settings settings) {
    ServerDefinition definition = api.definition();
    // The endpoint is that of the server; without one, its keys would not be mentioned.
    FactsBuilder facts =
        ConnectionFacts.builder(definition.vendor())
            .definition(definition)
            .title(ForeignText.clip(ForeignText.line(definition.title()), MAX_TITLE))
            .ways(settings.waysIn().ways())
            .url(URI.create("http://localhost/mcp"))
            .mock(api.settings().mock());
    return new ApiFacts(
        id,
        definition.version(),
        limited(facts.build(), api.settings()),
        api.names().apiKeyHeader(),
        () ->
            Catalog.of(definition.resources(), "/" + definition.resourceRoot(), ApiId.prefix(id)));
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
