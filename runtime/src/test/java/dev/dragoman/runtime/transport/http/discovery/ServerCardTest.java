package dev.dragoman.runtime.transport.http.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a server says of itself before anybody connects. */
class ServerCardTest {
  private static final String CARD = "/mcp/server-card";
  private static final String CATALOG = "/.well-known/ai-catalog.json";
  private static final String CHALLENGE = "/.well-known/openai-apps-challenge";

  private static CardFacts facts(
      @Nullable String name, String title, @Nullable String url, CardHeader... headers) {
    return new CardFacts(
        Optional.ofNullable(name),
        "acme-mcp-server",
        title,
        "1.2",
        Optional.ofNullable(url).map(URI::create),
        List.of(headers),
        List.of("2026-07-28", "2025-11-25"));
  }

  private static JsonNode json(CardFacts facts, String path, String server) {
    PageDocument document =
        new Discovery(Optional.of(facts), Optional.empty())
            .document(path, URI.create(server))
            .orElseThrow();
    return Json.of(StandardCharsets.UTF_8.decode(document.content(false)).toString());
  }

  /** The name is in reverse-DNS format; an address is no name and stays as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                   | -                        | http://localhost:8080    | localhost/acme-mcp-server        | localhost
          -                   | -                        | http://127.0.0.1:1       | 127.0.0.1/acme-mcp-server        | 127.0.0.1
          -                   | -                        | http://[::1]:1           | localhost/acme-mcp-server        | localhost
          -                   | -                        | http://my_host:1         | localhost/acme-mcp-server        | localhost
          -                   | -                        | https://GW.Test/x        | test.gw/acme-mcp-server          | gw.test
          -                   | https://mcp.a.test/mcp   | http://localhost         | test.a.mcp/acme-mcp-server       | mcp.a.test
          com.example/tracker | -                        | http://localhost         | com.example/tracker              | example.com
          com.example/tracker | https://mcp.a.test/mcp   | http://localhost         | com.example/tracker              | example.com
          """)
  void theNameIsThatOfTheRegistryOrOfTheHost(
      @Nullable String name, @Nullable String url, String server, String shown, String publisher) {
    CardFacts facts = facts(name, "Acme", url);
    String endpoint = url == null ? server + "/mcp" : url;
    JsonNode card = json(facts, CARD, server);
    JsonNode entry = json(facts, CATALOG, server).path("entries").path(0);

    assertThat(card.path("name").asString()).isEqualTo(shown);
    assertThat(card.at("/remotes/0/url").asString()).isEqualTo(endpoint);
    assertThat(entry.path("url").asString()).isEqualTo(endpoint + "/server-card");
    assertThat(entry.path("identifier").asString())
        .isEqualTo("urn:air:" + publisher + ":mcp:" + shown.substring(shown.indexOf('/') + 1));
  }

  @ParameterizedTest
  @CsvSource({"99, 99", "100, 100", "101, 100", "500, 100"})
  void aTitleHasAtMostAHundredCharacters(int length, int shown) {
    String title =
        json(facts(null, "🦉".repeat(length), null), CARD, "http://a").path("title").asString();
    assertThat(title.codePointCount(0, title.length())).isEqualTo(shown);
    assertThat(title.endsWith("…")).isEqualTo(length > 100);
    assertThat(title).doesNotContain("?");
  }

  @Test
  void headersSayWhatTheyMayBe() {
    JsonNode headers =
        json(
                facts(
                    null,
                    "Acme",
                    null,
                    new CardHeader("Authorization", "Your key.", List.of(), true, true),
                    new CardHeader("X-Acme-Mode", "Mode.", List.of("a", "b"), false, false)),
                CARD,
                "http://a")
            .at("/remotes/0/headers");
    assertThat(headers)
        .isEqualTo(
            Json.of(
                """
                [{"name": "Authorization", "description": "Your key.", "isRequired": true, "isSecret": true,
                  "value": "Bearer {api_key}",
                  "variables": {"api_key":
                    {"description": "Your key.", "isRequired": true, "isSecret": true}}},
                 {"name": "X-Acme-Mode", "description": "Mode.", "isRequired": false,
                  "isSecret": false, "default": "a", "choices": ["a", "b"]}]
                """));
    assertThat(json(facts(null, "Acme", null), CARD, "http://a").at("/remotes/0").has("headers"))
        .isFalse();
  }

  /** A server that is not public must not tell every page that it exists. */
  @Test
  void onlyWhatIsPublicIsForEveryone() {
    Optional<String> token = Optional.of("token-1");
    assertThat(
            new Discovery(Optional.of(facts(null, "A", "https://a.test/mcp")), token)
                .isForEveryone())
        .isTrue();
    assertThat(new Discovery(Optional.of(facts(null, "A", null)), token).isForEveryone()).isFalse();
    assertThat(new Discovery(Optional.empty(), token).isForEveryone()).isFalse();
    assertThat(Discovery.NONE.isForEveryone()).isFalse();
  }

  @Test
  void thereAreNoOtherDocuments() {
    Discovery challenge = new Discovery(Optional.empty(), Optional.of("token-1"));
    Discovery card = new Discovery(Optional.of(facts(null, "A", null)), Optional.empty());
    assertThat(Discovery.NONE.paths()).isEmpty();
    assertThat(challenge.paths()).isEqualTo(Set.of(CHALLENGE));
    assertThat(card.paths()).containsExactly(CARD, CATALOG);
    URI server = URI.create("http://a");
    assertThat(challenge.document(CARD, server)).isEmpty();
    assertThat(challenge.document(CATALOG, server)).isEmpty();
    assertThat(card.document(CHALLENGE, server)).isEmpty();
    assertThat(card.document("/mcp", server)).isEmpty();
    PageDocument text = challenge.document(CHALLENGE, server).orElseThrow();
    assertThat(text.mediaType()).isEqualTo("text/plain");
    assertThat(StandardCharsets.UTF_8.decode(text.content(false)).toString()).isEqualTo("token-1");
  }
}
