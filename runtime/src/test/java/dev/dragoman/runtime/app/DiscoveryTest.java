package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server card (SEP-2127), the AI catalog and the challenge file, over HTTP. */
class DiscoveryTest {
  private static final String CARD = "/mcp/server-card";
  private static final String CATALOG = "/.well-known/ai-catalog.json";
  private static final String CHALLENGE = "/.well-known/openai-apps-challenge";
  private static final String PUBLIC = "--public-url=https://mcp.example.com";

  @TempDir Path folder;

  private PageServer server(String... flags) throws Exception {
    return new PageServer(folder, flags);
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  /** A card is valid by the schema of the extension. */
  private static JsonNode card(PageServer server, String... headers) throws Exception {
    HttpResponse<String> response = server.get(CARD, headers);
    JsonNode card = json(response);
    try (InputStream in =
        Objects.requireNonNull(
            DiscoveryTest.class.getResourceAsStream("/server-card/server-card.schema.json"))) {
      JsonNode schema = JsonMapper.shared().readTree(in);
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(
                      "{\"$ref\": \"#/$defs/ServerCard\", \"$defs\": " + schema.get("$defs") + "}")
                  .validate(response.body(), InputFormat.JSON))
          .isEmpty();
    }
    return card;
  }

  @Test
  void theCardSaysHowToConnect() throws Exception {
    try (PageServer server = server(PUBLIC)) {
      JsonNode card = card(server);
      JsonNode remote = card.path("remotes").path(0);

      assertThat(server.get(CARD).headers().firstValue("Content-Type"))
          .contains("application/mcp-server-card+json");
      assertThat(card.path("name").asString()).isEqualTo("com.example.mcp/acme-mcp-server");
      assertThat(card.path("title").asString()).isEqualTo("Acme Tracker API");
      assertThat(remote.path("url").asString()).isEqualTo("https://mcp.example.com/mcp");
      assertThat(remote.path("supportedProtocolVersions").path(0).asString())
          .isEqualTo("2026-07-28");
      assertThat(remote.path("headers").findValuesAsString("name"))
          .contains("Authorization", "X-Acme-Access-Mode");
      assertThat(card.has("tools")).isFalse();
    }
  }

  /** What a client observes once it is connected must not contradict the card. */
  @Test
  void theCardAgreesWithTheServer() throws Exception {
    try (PageServer server = server()) {
      JsonNode card = card(server);
      JsonNode info =
          server
              .client()
              .result(McpClient.initialized("").lines().findFirst().orElseThrow())
              .path("serverInfo");

      assertThat(card.path("name").asString()).endsWith("/" + info.path("name").asString());
      assertThat(card.path("version")).isEqualTo(info.path("version"));
      assertThat(card.path("title")).isEqualTo(info.path("title"));
    }
  }

  @Test
  void withoutAPublicUrlItIsTheAddressThatTheClientHasReached() throws Exception {
    try (PageServer server = server("--allowed-host", "gateway.example")) {
      assertThat(card(server).path("remotes").path(0).path("url").asString())
          .isEqualTo("http://127.0.0.1:" + server.port() + "/mcp");
      assertThat(
              card(server, "X-Forwarded-Host", "gateway.example", "X-Forwarded-Proto", "https")
                  .path("remotes")
                  .path(0)
                  .path("url")
                  .asString())
          .isEqualTo("https://gateway.example/mcp");
      assertThat(card(server, "X-Forwarded-Host", "evil.example").toString())
          .doesNotContain("evil");
    }
  }

  @Test
  void theCatalogLeadsToTheCard() throws Exception {
    try (PageServer server = server()) {
      HttpResponse<String> response = server.get(CATALOG);
      JsonNode catalog = json(response);
      JsonNode entry = catalog.path("entries").path(0);

      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/ai-catalog+json");
      assertThat(catalog.path("specVersion").asString()).isEqualTo("0.9");
      assertThat(entry.path("identifier").asString())
          .isEqualTo("urn:air:127.0.0.1:mcp:acme-mcp-server");
      assertThat(entry.path("type").asString()).isEqualTo("application/mcp-server-card+json");
      String url = entry.path("url").asString();
      assertThat(url).isEqualTo("http://127.0.0.1:" + server.port() + CARD);
      assertThat(json(server.get(url.substring(url.indexOf(CARD)))).path("name").asString())
          .isEqualTo("127.0.0.1/acme-mcp-server");
    }
  }

  @Test
  void theNameOfTheRegistryIsUsed() throws Exception {
    try (PageServer server = server(PUBLIC, "--server-card", "com.example/tracker")) {
      assertThat(card(server).path("name").asString()).isEqualTo("com.example/tracker");
      assertThat(server.get(CATALOG).body()).contains("\"urn:air:example.com:mcp:tracker\"");
    }
  }

  @Test
  void anUnchangedDocumentIsNotSentAgain() throws Exception {
    try (PageServer server = server(PUBLIC)) {
      for (String path : List.of(CARD, CATALOG)) {
        String tag = server.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.get(path, "If-None-Match", tag);

        assertThat(tag).matches("\"[0-9a-f]+\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(server.send("HEAD", path).headers().firstValue("ETag")).contains(tag);
      }
    }
  }

  @Test
  void everyPageMayReadThoseOfAPublicServer() throws Exception {
    try (PageServer server = server(PUBLIC)) {
      HttpResponse<String> read = server.get(CARD, "Origin", "https://anywhere.example");
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(read.headers().firstValue("Access-Control-Expose-Headers")).contains("ETag");
      assertThat(read.headers().firstValue("Cache-Control")).contains("public, max-age=3600");

      HttpResponse<String> preflight =
          server.send(
              "OPTIONS",
              CATALOG,
              "Origin",
              "https://anywhere.example",
              "Access-Control-Request-Method",
              "GET");
      assertThat(preflight.statusCode()).isEqualTo(204);
      assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
          .contains("Content-Type, If-None-Match");

      assertThat(server.send("POST", "/mcp", "Origin", "https://anywhere.example").statusCode())
          .isEqualTo(403);
    }
  }

  /** A page of the internet must not learn that a server runs on this machine. */
  @Test
  void aServerOfThisMachineIsNotShownToOtherPages() throws Exception {
    try (PageServer server = server()) {
      assertThat(server.get(CARD, "Origin", "https://anywhere.example").statusCode())
          .isEqualTo(403);
      HttpResponse<String> own = server.get(CARD, "Origin", "http://localhost:6274");
      assertThat(own.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("http://localhost:6274");
      assertThat(own.headers().firstValue("Cache-Control")).contains("no-cache");
    }
  }

  /** DNS rebinding: whatever the page, the host is checked. */
  @ParameterizedTest
  @ValueSource(strings = {CARD, CATALOG, CHALLENGE})
  void anotherHostIsRefused(String path) throws Exception {
    try (PageServer server = server(PUBLIC, "--apps-challenge=t")) {
      assertThat(raw(server, path, "evil.example")).startsWith("HTTP/1.1 403 ");
      assertThat(raw(server, path, "mcp.example.com")).startsWith("HTTP/1.1 200 ");
    }
  }

  private static String raw(PageServer server, String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void documentsAreReadOnly(String method) throws Exception {
    try (PageServer server = server()) {
      HttpResponse<String> response = server.send(method, CARD);
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }
  }

  @Test
  void onlyWaysThatTheServerHasAreOffered() throws Exception {
    try (PageServer server = server("--ways-in=anonymous", "--access-ceiling=read-only")) {
      assertThat(card(server).path("remotes").path(0).has("headers")).isFalse();
    }
    try (PageServer server = server("--ways-in=api-key")) {
      JsonNode key = card(server).path("remotes").path(0).path("headers").path(0);
      assertThat(key.path("name").asString()).isEqualTo("Authorization");
      assertThat(key.path("isRequired").asBoolean()).isTrue();
      assertThat(key.path("isSecret").asBoolean()).isTrue();
      assertThat(key.path("value").asString()).isEqualTo("Bearer {api_key}");
    }
  }

  @Test
  void itCanBeSwitchedOff() throws Exception {
    try (PageServer server = server(PUBLIC, "--server-card=off")) {
      assertThat(server.get(CARD).statusCode()).isEqualTo(404);
      assertThat(server.get(CATALOG).statusCode()).isEqualTo(404);
      assertThat(server.get(CHALLENGE).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theChallengeIsExactlyTheToken() throws Exception {
    try (PageServer server = server("--apps-challenge", "aB3-_.~=/+", "--server-card=off")) {
      HttpResponse<String> response = server.get(CHALLENGE);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("aB3-_.~=/+");
      assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
      assertThat(server.get(CARD).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--server-card=yes,SERVER_CARD",
    "--server-card=a/b/c,SERVER_CARD",
    "--server-card=a b/c,SERVER_CARD",
    "--apps-challenge=two words,APPS_CHALLENGE",
    "--apps-challenge=ü,APPS_CHALLENGE"
  })
  void aWrongValueIsRefused(String flag, String name) {
    CommandLine line = CommandLine.of(List.of(flag), Map.of(), AccessNames.of("Acme"));
    DiscoverySettings.of(line);

    assertThat(line.problems()).hasSize(1);
    assertThat(line.problems().get(0))
        .contains("--" + name.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Test
  void textOfTheDocumentIsDataAndShort() throws Exception {
    String title = "Lamp\u202E\"}],\"x\":\u0000</script>" + "very ".repeat(100);
    try (PageServer server =
        new PageServer(
            folder, TrackerResources.cards(), title, Extensions.NONE, Map.of(), PUBLIC)) {
      JsonNode card = card(server);

      assertThat(card.has("x")).isFalse();
      assertThat(card.path("title").asString().length()).isLessThanOrEqualTo(100);
      assertThat(card.path("description").asString().length()).isLessThanOrEqualTo(100);
      assertThat(server.get(CARD).body()).doesNotContain("\u202E", "\u0000", "<");
    }
  }

  @Test
  void noSecretIsInAnyDocument() throws Exception {
    try (PageServer server =
        new PageServer(
            folder,
            TrackerResources.cards(),
            "Acme",
            Extensions.NONE,
            Map.of("ACME_API_KEY", "key-of-the-operator", "ACME_STATE_KEY", "k".repeat(40)),
            PUBLIC)) {
      for (String path : List.of(CARD, CATALOG)) {
        assertThat(server.get(path).body()).doesNotContain("key-of-the-operator", "kkkk");
      }
    }
  }
}
