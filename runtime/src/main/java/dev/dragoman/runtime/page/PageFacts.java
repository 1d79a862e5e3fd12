package dev.dragoman.runtime.page;

import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a page says of one server. Contains no credentials.
 *
 * @param connection how clients connect; without a URL, the one under which the page is opened is
 *     shown
 * @param version the API's version, as written in its document
 * @param openApi whether the tools are a plain HTTP API as well
 * @param credential whether a caller can do nothing without a credential
 * @param listsOperations whether the operations are on the page
 * @param tools what clients list
 * @param catalog the API's operations; opened when the page is rendered
 * @param apis on a server of several APIs, all of them; the catalog is then not opened
 */
public record PageFacts(
    ConnectionFacts connection,
    String version,
    boolean openApi,
    boolean credential,
    boolean listsOperations,
    List<ToolDescriptor> tools,
    Supplier<Catalog> catalog,
    List<ApiFacts> apis) {

  /** The facts of a server of one API. */
  public PageFacts(
      ConnectionFacts connection,
      String version,
      boolean openApi,
      boolean credential,
      boolean listsOperations,
      List<ToolDescriptor> tools,
      Supplier<Catalog> catalog) {
    this(connection, version, openApi, credential, listsOperations, tools, catalog, List.of());
  }

  public PageFacts {
    apis = List.copyOf(apis);
    Objects.requireNonNull(connection);
    Objects.requireNonNull(version);
    tools = List.copyOf(tools);
    Objects.requireNonNull(catalog);
  }
}
