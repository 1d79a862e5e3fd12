package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.auth.oauth.AuthorizationServer;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TenantApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The flags of each page of docs/oauth, as they stand there, on tokens of that provider's shape.
 * Only the provider's addresses lead to an authorization server on loopback.
 */
@DisplayName("S3 The flags for each provider, on tokens of its shape")
class ProviderTokensTest {
  private static final Path PAGES = Path.of("../docs/oauth");
  private static final Pattern COMMAND =
      Pattern.compile("(?s)```sh\njava -jar acme-server.jar --http \\\\\n(.*?)```");

  /** The most that Entra ID puts into a token. */
  private static final String GROUPS =
      Stream.generate(() -> "\"0101c3a7-5b01-4e01-9d01-7f01a1b2c3d4\"")
          .limit(200)
          .collect(Collectors.joining(",", "[", "]"));

  private static final Map<String, Provider> providers = new ConcurrentHashMap<>();

  @TempDir static Path folder;
  private static EchoUpstream api;

  /** A server with the flags of a page, and the issuer they name. */
  private record Provider(AuthorizationServer issuer, String iss, RunningApp server) {
    static Provider of(String page) {
      try {
        List<String> flags = flags(page);
        // Who has the metadata: the issuer, unless the flags name another authorization server.
        String advertised =
            value(flags, "--oauth-authorization-server")
                .or(() -> value(flags, "--oauth-issuer"))
                .orElseThrow();
        AuthorizationServer issuer =
            new AuthorizationServer(0, URI.create(advertised).getRawPath());
        String origin = issuer.issuer().replaceFirst("(http://[^/]*).*", "$1");
        List<String> local =
            flags.stream()
                .map(flag -> flag.replaceFirst("^https://(?!mcp\\.example)[^/]*", origin))
                .toList();
        RunningApp server =
            new RunningApp(
                TenantApi.definition(folder).build(),
                Map.of("ACME_UPSTREAM_CREDENTIAL", "the-operators"),
                Stream.concat(
                        Stream.of("--port=0", "--feedback=off", "--base-url=" + api.url()),
                        local.stream())
                    .toList());
        server.until(() -> server.readiness() == 200);
        return new Provider(issuer, value(local, "--oauth-issuer").orElseThrow(), server);
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static Optional<String> value(List<String> flags, String name) {
      int at = flags.indexOf(name);
      return at < 0 ? Optional.empty() : Optional.of(flags.get(at + 1));
    }
  }

  private static List<String> commands(Path page) throws IOException {
    return COMMAND.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
  }

  /** The words of a page's command; a number says which of several. */
  private static List<String> flags(String page) throws IOException {
    String[] name = page.split(" ", -1);
    int index = name.length > 1 ? Integer.parseInt(name[1]) - 1 : 0;
    String command = commands(PAGES.resolve(name[0] + ".md")).get(index);
    return Arrays.stream(command.replace("\\\n", " ").strip().split("\\s+", -1)).toList();
  }

  @BeforeAll
  static void start() throws IOException {
    api = new EchoUpstream();
    TenantApi.write(folder);
  }

  @AfterAll
  static void stop() {
    for (Provider provider : providers.values()) {
      provider.server().close();
      provider.issuer().close();
    }
    api.close();
  }

  record Row(String page, String what, String claims, String operation, String outcome) {
    @Override
    public String toString() {
      return "S3 " + page + ", " + what + ": " + operation + " " + outcome;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            ProviderTokensTest.class.getResourceAsStream("provider-tokens.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split(" *\\| *", 5))
              .map(cell -> new Row(cell[0], cell[1], cell[2], cell[3], cell[4].strip()))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRow(Row row) throws Exception {
    Provider provider = providers.computeIfAbsent(row.page(), Provider::of);
    int before = api.requests().size();

    HttpResponse<String> answer =
        provider
            .server()
            .client()
            .with(
                "Authorization",
                "Bearer " + token(provider, row),
                "X-Acme-Access-Mode",
                "full-access")
            .post(McpClient.call("execute", call(row.operation())));

    String[] expected = row.outcome().split(" ", 2);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected[0]));
    boolean runs = answer.statusCode() == 200;
    List<String> sent = api.requests().subList(before, api.requests().size());
    assertThat(sent).as(answer.body()).hasSize(runs ? 1 : 0);
    if (expected.length > 1) {
      String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
      assertThat(runs ? sent.get(0) : challenge).contains(expected[1]);
    }
  }

  private static String token(Provider provider, Row row) {
    String filled = row.claims().replace("\"@groups\"", GROUPS);
    Map<?, ?> claims = JsonMapper.shared().readValue(filled, Map.class);
    return provider
        .issuer()
        .token(
            token -> {
              token.issuer(provider.iss());
              claims.forEach((name, value) -> token.claim(String.valueOf(name), value));
              return token;
            });
  }

  private static String call(String operation) {
    String body = operation.equals("create") ? ", \"body\": {\"name\": \"n\"}" : "";
    return "{\"operation\": \"" + operation + "\"" + body + "}";
  }

  @Test
  @DisplayName("S3 Every command of every page is tried, on tokens that pass and that do not")
  void everyPage() throws IOException {
    List<Row> rows = rows().toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.toList()) {
        String name = page.getFileName().toString().replace(".md", "");
        for (int number = 1; number <= commands(page).size(); number++) {
          String key = number == 1 ? name : name + " " + number;
          assertThat(rows).as(key).filteredOn(row -> row.page().equals(key)).hasSizeGreaterThan(4);
        }
      }
    }
  }
}
