package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.tool.TrackerResources;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a whole server, as a browser gets it. */
class PageTest {
  private static final String KEY = "sk-live-9f8e7d6c5b4a";
  private static final List<String> IDS =
      List.of(
          "issues_list",
          "issues_create",
          "issues_delete",
          "users_me",
          "status_get",
          "labels_replace");

  @TempDir Path folder;

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void thePageSaysWhatTheServerIsAndHowToConnect() throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> page = server.get("/", "Accept", "text/html");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
      assertThat(page.body())
          .startsWith("<!doctype html>\n<html lang=\"en\">")
          .contains("<h1>Acme Tracker API</h1>")
          .contains("http://127.0.0.1:" + server.port() + "/mcp")
          .contains("X-Acme-Access-Mode")
          .contains("<code>search</code>", "<code>execute</code>")
          .contains("<code>issues_delete</code>", "GET /repos/{owner}/{repo}/issues")
          .contains("class=\"tag destructive\">destructive</span>")
          .contains("href=\"index.md\"", "href=\"healthz\"")
          .doesNotContain("openapi.json");
      assertThat(page.body()).contains(IDS);
      assertThat(server.err()).contains("Page: http://127.0.0.1:" + server.port() + "/\n");
    }
  }

  /** The numbers of the levels are those of the catalog. */
  @Test
  void operationsAreCountedByLevel() throws Exception {
    try (PageServer server = new PageServer(folder)) {
      Matcher figures =
          Pattern.compile("<dt[^>]*>(\\w+)</dt><dd>([\\d,]+)</dd>").matcher(server.get("/").body());
      assertThat(figures.results().map(found -> found.group(1) + " " + found.group(2)).toList())
          .containsExactly("Operations 6", "Read 3", "Write 1", "Destructive 2");
    }
  }

  @Test
  void theSameIsThereForReadersOfMarkdownAndForAgents() throws Exception {
    try (PageServer server = new PageServer(folder, "--open-api")) {
      String base = "http://127.0.0.1:" + server.port();
      HttpResponse<String> markdown = server.get("/index.md");
      assertThat(header(markdown, "Content-Type")).isEqualTo("text/markdown;charset=utf-8");
      assertThat(markdown.body()).startsWith("# ").contains(base + "/mcp", "X-Acme-Access-Mode");
      HttpResponse<String> llms = server.get("/llms.txt");
      assertThat(header(llms, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
      assertThat(llms.body())
          .startsWith("# ")
          .contains("](" + base + "/index.md)", "](" + base + "/)", base + "/openapi.json");
      for (HttpResponse<String> text : List.of(markdown, llms)) {
        assertThat(header(text, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(text, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(header(text, "ETag")).isNotEmpty();
      }
    }
  }

  @Test
  void whatIsConfiguredIsOnThePage() throws Exception {
    try (PageServer server =
        new PageServer(folder, "--open-api", "--access-ceiling", "read-only")) {
      assertThat(server.get("/").body())
          .contains("href=\"openapi.json\"")
          .contains("this server does not allow writes")
          .doesNotContain("need full access.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/index.html", "/?utm_source=x", "//", "/%69ndex.html", "/index.html/"})
  void thePageHasOneContentUnderEachOfItsAddresses(String path) throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> page = server.get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(header(page, "ETag")).isEqualTo(header(server.get("/"), "ETag"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void thePageIsOnlyRead(String method) throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> response = server.send(method, "/");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
    }
  }

  @Test
  void headHasTheHeadersOfGetAndNoContent() throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> get = server.get("/");
      HttpResponse<String> head = server.send("HEAD", "/");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name : List.of("ETag", "Content-Type", "Content-Length", "Vary")) {
        assertThat(header(head, name)).as(name).isNotEmpty().isEqualTo(header(get, name));
      }
    }
  }

  @Test
  void aPageThatTheBrowserHasIsNotSentAgain() throws Exception {
    try (PageServer server = new PageServer(folder)) {
      String tag = header(server.get("/"), "ETag");
      for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
        HttpResponse<String> again = server.get("/", "If-None-Match", known);
        assertThat(again.statusCode()).as(known).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
      }
      for (String other : List.of("\"x\"", tag.substring(1), tag.replace("\"", ""), "")) {
        assertThat(server.get("/", "If-None-Match", other).statusCode()).as(other).isEqualTo(200);
      }
    }
  }

  @Test
  void aBrowserGetsThePageCompressed() throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> plain = server.get("/");
      HttpResponse<String> other = server.get("/", "Accept-Encoding", "br;q=1, gzip;q=0");
      assertThat(other.body()).isEqualTo(plain.body());
      String compressed =
          server.raw("127.0.0.1:" + server.port(), "Accept-Encoding: deflate, gzip");
      assertThat(compressed).contains("Content-Encoding: gzip").contains("-gz\"\r\n");
      assertThat(plain.body().length()).isGreaterThan(10_000);
      assertThat(compressed.length()).isLessThan(plain.body().length() / 2);
    }
  }

  @Test
  @DisplayName("S1 the page runs nothing but its own script, and no other page frames it")
  void thePolicyAllowsOnlyThePageItself() throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> page = server.get("/");
      String policy = header(page, "Content-Security-Policy");
      assertThat(policy.split("; "))
          .contains(
              "default-src 'none'",
              "connect-src 'self'",
              "base-uri 'none'",
              "form-action 'none'",
              "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(policy).contains("script-src " + digest(page.body(), "script"));
      assertThat(policy).contains("style-src " + digest(page.body(), "style"));
      assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.body())
          .doesNotContainPattern("<[^>]*\\s(?:on\\w+|style)=")
          .doesNotContainPattern("(?:src|srcset|action|formaction)=")
          .doesNotContainPattern("href=\"(?:javascript|http)");
    }
  }

  private static String digest(String page, String element) throws Exception {
    Matcher content = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">").matcher(page);
    assertThat(content.find()).isTrue();
    byte[] sha =
        MessageDigest.getInstance("SHA-256")
            .digest(content.group(1).getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
  }

  @Test
  void offIsOff() throws Exception {
    try (PageServer server = new PageServer(folder, "--page", "off")) {
      for (String path : List.of("/", "/index.html", "/index.md", "/llms.txt")) {
        assertThat(server.get(path, "Accept", "text/html").statusCode()).as(path).isEqualTo(404);
      }
      assertThat(server.get("/mcp", "Accept", "text/html").statusCode()).isEqualTo(405);
      assertThat(server.err()).doesNotContain("Page:");
    }
  }

  @Test
  @DisplayName("S10 the page needs no credential and shows none")
  void noCredentialIsOnThePage() throws Exception {
    Map<String, String> environment =
        Map.of(
            "ACME_API_KEY", KEY,
            "ACME_UPSTREAM_CREDENTIAL", KEY,
            "ACME_STATE_KEY", KEY + KEY);
    try (PageServer server =
        new PageServer(
            folder,
            TrackerResources.cards(),
            "Acme",
            Extensions.NONE,
            environment,
            "--oauth-issuer",
            "http://127.0.0.1:9",
            "--public-url",
            "https://mcp.example.com")) {
      HttpResponse<String> page = server.get("/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).doesNotContain(KEY).doesNotContain(KEY.substring(0, 12));
      assertThat(server.get("/", "Authorization", "Bearer " + KEY).body()).isEqualTo(page.body());
    }
  }

  /** Whoever cannot search does not see what there is to be found. */
  @ParameterizedTest
  @CsvSource({
    "on,   anonymous,           true",
    "on,   'anonymous,api-key', true",
    "on,   api-key,             false",
    "full, api-key,             true",
    "full, anonymous,           true",
  })
  void operationsAreOnThePageIfTheyCanBeFoundWithoutACredential(
      String mode, String ways, boolean listed) throws Exception {
    Extensions own =
        new Extensions(
            List.of(
                new OwnTool(
                    OwnTool.definition("secret_ledger").build(),
                    (in, context) -> ToolResult.text("x"))),
            List.of(),
            null,
            null);
    try (PageServer server =
        new PageServer(
            folder,
            TrackerResources.cards(),
            "Acme",
            own,
            Map.of(),
            "--page",
            mode,
            "--ways-in",
            ways)) {
      String page = server.get("/").body();
      assertThat(page.contains("issues_delete")).isEqualTo(listed);
      assertThat(page.contains("secret_ledger")).isEqualTo(listed);
      assertThat(page).contains("<code>search</code>").contains("<dd>6</dd>");
      assertThat(page.contains("type=\"password\"")).isEqualTo(!ways.contains("anonymous"));
    }
  }

  @Test
  @DisplayName("S1 the page is shown under allowed host names only, and reflects nothing else")
  void hostsOfThePage() throws Exception {
    try (PageServer server = new PageServer(folder, "--allowed-host", "mcp.example.com")) {
      String local = "127.0.0.1:" + server.port();
      assertThat(server.raw("evil.example")).startsWith("HTTP/1.1 403").doesNotContain("Acme");
      assertThat(server.raw("mcp.example.com")).contains(">http://mcp.example.com/mcp<");
      assertThat(server.raw("MCP.example.com:8443", "X-Forwarded-Proto: https"))
          .contains(">https://mcp.example.com:8443/mcp<");
      assertThat(server.raw(local, "X-Forwarded-Host: mcp.example.com", "Forwarded: proto=https"))
          .contains(">https://mcp.example.com/mcp<");
      for (String header :
          List.of(
              "X-Forwarded-Host: evil.example",
              "X-Forwarded-Host: mcp.example.com, evil.example",
              "X-Forwarded-Host: \"><script>evil</script>",
              "X-Forwarded-Proto: evil",
              "X-Forwarded-Prefix: /evil",
              "X-Original-URL: /evil",
              "Referer: https://evil.example/",
              "User-Agent: evil",
              "Forwarded: host=evil.example;proto=\"evil\"",
              "Authorization: Bearer evil")) {
        assertThat(server.raw(local, header))
            .as(header)
            .startsWith("HTTP/1.1 200")
            .contains(">http://" + local + "/mcp<")
            .doesNotContain("evil");
      }
    }
  }

  @Test
  void theConfiguredUrlIsShownWhateverTheRequestSays() throws Exception {
    try (PageServer server = new PageServer(folder, "--public-url", "https://mcp.example.com/x")) {
      assertThat(server.raw("localhost", "X-Forwarded-Host: 127.0.0.1:99"))
          .contains(">https://mcp.example.com/x/mcp<")
          .doesNotContain("127.0.0.1:99");
    }
  }

  /** A person types the endpoint's address; a client asks for what clients ask for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/mcp      | text/html,application/xhtml+xml,*/*;q=0.8 | 303 | ./",
        "/mcp/     | text/html | 303 | ../",
        "/mcp//    | text/html | 303 | ../../",
        "//mcp     | text/html | 303 | ../",
        "/mcp?a=b  | text/html | 303 | ./",
        "/mcp      | */*       | 405 | ''",
        "/mcp      | text/event-stream | 405 | ''",
        "/mcp      | text/event-stream, text/html | 405 | ''",
        "/mcp      | application/json, text/event-stream | 405 | ''",
        "/MCP      | text/html | 404 | ''",
        "/mcp/x    | text/html | 404 | ''",
      })
  void aBrowserAtTheEndpointIsSentToThePage(String path, String accept, int status, String location)
      throws Exception {
    try (PageServer server = new PageServer(folder)) {
      HttpResponse<String> response = server.get(path, "Accept", accept);
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(header(response, "Location")).isEqualTo(location);
      // Java resolves references against empty segments in its own way; browsers follow the URL
      // Standard.
      if (status == 303 && !path.contains("//")) {
        assertThat(header(response, "Vary")).contains("Accept");
        String page = response.uri().resolve(location).getPath();
        assertThat(server.get(page.isEmpty() ? "/" : page).statusCode()).isEqualTo(200);
      }
    }
  }
}
