package dev.dragoman.runtime.transport.http.discovery;

import dev.dragoman.runtime.json.JsonWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server card (SEP-2127, Server Card extension of July 2026, schema family v1) and the catalog
 * that refers to it (AI Catalog 0.9).
 */
final class ServerCard {
  static final String SUFFIX = "/server-card";
  static final String CARD_TYPE = "application/mcp-server-card+json";
  static final String CATALOG_TYPE = "application/ai-catalog+json";
  private static final String SCHEMA =
      "https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json";
  private static final String CATALOG_VERSION = "0.9";
  private static final int LONGEST = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final CardFacts facts;
  private final URI endpoint;

  /**
   * The card of one endpoint.
   *
   * @param endpoint the URL of the MCP endpoint
   */
  ServerCard(CardFacts facts, URI endpoint) {
    this.facts = facts;
    this.endpoint = endpoint;
  }

  /** The card. */
  String card() {
    ObjectNode card = JSON.objectNode();
    card.put("$schema", SCHEMA)
        .put("name", name())
        .put("title", clip(facts.title()))
        .put("description", clip("MCP server for " + facts.title()))
        .put("version", facts.version());
    ObjectNode remote = card.putArray("remotes").addObject();
    remote.put("type", "streamable-http").put("url", endpoint.toString());
    if (!facts.headers().isEmpty()) {
      ArrayNode headers = remote.putArray("headers");
      facts.headers().forEach(header -> add(headers.addObject(), header));
    }
    ArrayNode versions = remote.putArray("supportedProtocolVersions");
    facts.protocolVersions().forEach(versions::add);
    return JsonWriter.write(card);
  }

  /** The catalog, which has the card as its only entry. */
  String catalog() {
    ObjectNode catalog = JSON.objectNode().put("specVersion", CATALOG_VERSION);
    String name = name();
    String program = name.substring(name.indexOf('/') + 1);
    catalog
        .putArray("entries")
        .addObject()
        .put("identifier", "urn:air:" + publisher(name) + ":mcp:" + program)
        .put("type", CARD_TYPE)
        .put("url", endpoint + SUFFIX);
    return JsonWriter.write(catalog);
  }

  private static void add(ObjectNode node, CardHeader header) {
    node.put("name", header.name())
        .put("description", header.description())
        .put("isRequired", header.required())
        .put("isSecret", header.secret());
    if (header.secret()) {
      node.put("value", "Bearer {api_key}");
      node.putObject("variables")
          .putObject("api_key")
          .put("description", header.description())
          .put("isRequired", header.required())
          .put("isSecret", true);
    }
    if (!header.choices().isEmpty()) {
      node.put("default", header.choices().get(0));
      ArrayNode choices = node.putArray("choices");
      header.choices().forEach(choices::add);
    }
  }

  /** In reverse-DNS format. */
  private String name() {
    return facts.name().orElseGet(() -> reversed(host()) + "/" + facts.program());
  }

  /** The domain to which a name in reverse-DNS format belongs. */
  private static String publisher(String name) {
    return reversed(name.substring(0, name.indexOf('/')));
  }

  /** An address is not a name, and an IPv6 address has characters that a name cannot have. */
  private String host() {
    String host = endpoint.getHost();
    return host == null || host.startsWith("[") ? "localhost" : host.toLowerCase(Locale.ROOT);
  }

  private static String reversed(String host) {
    if (host.matches("[0-9.]+")) {
      return host;
    }
    List<String> labels = new ArrayList<>(Arrays.asList(host.split("\\.")));
    Collections.reverse(labels);
    return String.join(".", labels);
  }

  private static String clip(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
