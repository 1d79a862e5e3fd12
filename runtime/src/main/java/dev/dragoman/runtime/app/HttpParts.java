package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.transport.http.Tags;
import dev.dragoman.runtime.transport.http.discovery.CardHeader;
import dev.dragoman.runtime.transport.http.page.PageSource;
import dev.dragoman.runtime.transport.http.tools.ToolApiOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is served over HTTP besides the messages, and what the operator is told.
 *
 * @param connections how servers are called
 * @param callers determines callers; gets what verifies access tokens, if any are accepted
 * @param names whose headers pages may send
 * @param headers the headers in the description for clients
 * @param pages the page about the server
 * @param tags those to which URLs may limit a connection
 * @param openApi how the tools are described as a plain HTTP API
 * @param tools the names of all tools
 * @param operations the number of operations
 * @param keys the variables of keys, by the header to which clients map them
 * @param lines what the operator is told about the API and the access to it
 * @param afterwards ends what the server does in the background
 */
record HttpParts(
    ConnectionOptions connections,
    Metrics metrics,
    Function<Optional<TokenVerifier>, CallerResolver> callers,
    List<AccessNames> names,
    List<CardHeader> headers,
    Pages pages,
    Tags tags,
    ToolApiOptions openApi,
    List<String> tools,
    int operations,
    Map<String, String> keys,
    List<String> lines,
    Runnable afterwards) {

  /** Makes the page. */
  interface Pages {

    /** The page, or nothing if the operator does not want one. */
    Optional<PageSource> of(List<ToolDescriptor> tools, List<String> paths);
  }

  HttpParts {
    names = List.copyOf(names);
    headers = List.copyOf(headers);
    tools = List.copyOf(tools);
    lines = List.copyOf(lines);
  }

  /**
   * The parts of a server of one API.
   *
   * @param definition as it was generated
   * @param tools the names of all tools
   */
  static HttpParts of(
      ServerInfo info,
      ServerDefinition definition,
      List<String> tools,
      ApiReading api,
      ServerAssembly assembly,
      Metrics metrics) {
    Settings settings = api.settings();
    return new HttpParts(
        api.upstream().connections(),
        metrics,
        verifier ->
            SchemeCredentials.of(definition, api.policy())
                .over(settings.waysIn().resolver(api.names(), api.policy(), verifier)),
        List.of(api.names()),
        DiscoverySettings.headers(definition, settings.ceiling(), settings.waysIn().ways()),
        (listed, paths) -> PageAssembly.of(definition, settings, listed, paths),
        new OperationTags(assembly.operations()),
        openApi(info, api.names(), definition, settings.waysIn()),
        tools,
        definition.operationCount(),
        Map.of("Authorization", api.names().apiKeyVariable()),
        List.of("API: " + OneApi.upstream(api), "Access: " + OneApi.access(api)),
        assembly::close);
  }

  private static ToolApiOptions openApi(
      ServerInfo info,
      AccessNames names,
      ServerDefinition definition,
      AuthenticationSettings ways) {
    return new ToolApiOptions(
        info.title(),
        info.version(),
        names,
        definition.environments().stream().map(Environment::name).toList(),
        ways.ways(),
        Optional.ofNullable(ways.oauth()).map(oauth -> oauth.resource().issuer()),
        Optional.ofNullable(ways.publicUrl()));
  }
}
