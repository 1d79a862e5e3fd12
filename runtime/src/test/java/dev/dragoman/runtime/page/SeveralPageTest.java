package dev.dragoman.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guide.ConnectionGuide;
import dev.dragoman.runtime.guide.facts.AccessFacts;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a server of several APIs: each has headers, a mode and a key of its own. */
class SeveralPageTest {
  private static final AccessFacts READ_ONLY =
      new AccessFacts(AccessMode.READ_ONLY, false, false, List.of(), "off");

  @TempDir Path folder;
  private Catalog catalog;

  @BeforeEach
  void write() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    OperationCard card =
        OperationCard.builder(Operation.of("op", "GET", "/op", AccessLevel.READ)).build();
    TrackerResources.write(own, List.of(card), Map.of(), Map.of());
    catalog = Catalog.of(TrackerResources.anchorIn(own), "/" + TrackerApi.ROOT);
  }

  private ApiFacts api(String id, String version, FactsBuilder facts) {
    return new ApiFacts(id, version, facts.build(), "X-" + id + "-Api-Key", () -> catalog);
  }

  private static FactsBuilder server() {
    return ConnectionFacts.builder("Several").url(URI.create("https://gw.test/all/mcp"));
  }

  private ServerPage page(List<String> paths, ApiFacts... apis) {
    PageFacts facts =
        new PageFacts(
            server().build(),
            "",
            true,
            true,
            true,
            List.of(),
            () -> {
              throw new AssertionError("the server itself has no operations");
            },
            List.of(apis));
    return new ServerPage(facts, paths);
  }

  private static String text(ServerPage page, String path) {
    PageDocument document = page.document(path, URI.create("http://localhost:1")).orElseThrow();
    return StandardCharsets.UTF_8.decode(document.content(false)).toString();
  }

  @Test
  void eachApiHasItsHeaders() {
    String html =
        text(
            page(
                List.of("/"),
                api("Acme", "2.1", ConnectionFacts.builder("Acme").title("Acme API")),
                api("Beta", "", ConnectionFacts.builder("Beta").access(READ_ONLY))),
            "/");

    assertThat(html)
        .contains("<code>Acme</code><span class=\"aside\">Acme API, version 2.1</span>")
        .contains("<code>Beta</code><span class=\"aside\">Beta</span>")
        .contains("Headers: <code>X-Acme-Api-Key</code>, <code>X-Acme-Access-Mode</code>.")
        .contains("Beta can only be read: whoever runs this server has switched changes off.")
        .contains("<code>X-Acme-Access-Mode: full-access</code> allows changes.")
        .doesNotContain("<code>X-Beta-Access-Mode: full-access</code>")
        .contains("writes and destructive operations need full access");
  }

  /** Nobody can send a key for an API that has none. */
  @Test
  void anApiWithoutKeysAsksForNone() {
    String html =
        text(
            page(
                List.of("/"),
                api(
                    "Open",
                    "1",
                    ConnectionFacts.builder("Open").ways(Set.of(AuthenticationMethod.ANONYMOUS)))),
            "/");
    assertThat(html)
        .contains("Headers: <code>X-Open-Access-Mode</code>.")
        .doesNotContain("X-Open-Api-Key");
  }

  @Test
  void whereNothingCanBeChangedNoHeaderIsNamedForIt() {
    ApiFacts one = api("One", "1", ConnectionFacts.builder("One").access(READ_ONLY));
    ApiFacts two = api("Two", "1", ConnectionFacts.builder("Two").access(READ_ONLY));
    assertThat(text(page(List.of("/"), one, two), "/"))
        .doesNotContain("full-access</code> allows changes")
        .doesNotContain("set the header of the API to")
        .contains("Two can only be read");
    ConnectionFacts server = server().access(READ_ONLY).build();
    assertThat(SeveralGuide.of(ConnectionGuide.of(server), List.of(one, two)).troubles())
        .isEqualTo(ConnectionGuide.of(server).troubles());
  }

  /** A client that can only read is told which headers allow more, one for each API. */
  @Test
  void theRemedyNamesTheHeadersOfAllApis() {
    List<ApiFacts> apis =
        List.of(
            api("One", "1", ConnectionFacts.builder("One")),
            api("Two", "1", ConnectionFacts.builder("Two")),
            api("Three", "1", ConnectionFacts.builder("Three").access(READ_ONLY)));
    String remedies =
        SeveralGuide.of(ConnectionGuide.of(server().build()), apis).troubles().stream()
            .filter(trouble -> trouble.symptom().equals(ConnectionGuide.READ_ONLY))
            .map(trouble -> trouble.remedy().plain())
            .collect(Collectors.joining("\n"));
    assertThat(remedies)
        .contains("X-One-Access-Mode, X-Two-Access-Mode")
        .doesNotContain("X-Three", "X-Several");
  }

  /** A title is text of a document: it can neither end code nor be a place for another text. */
  @ParameterizedTest
  @CsvSource({"`{}` <b>, &lt;b&gt;", "{} {}, {} {}", "a`b`c, a`b`c", "\"x\", &quot;x&quot;"})
  void titlesAreTaken(String title, String shown) {
    ServerPage page =
        page(
            List.of("/", "/index.md", "/llms.txt"),
            api("One", "1", ConnectionFacts.builder("One").title(title)),
            api("Two", "1", ConnectionFacts.builder("Two").title("Second")));
    assertThat(text(page, "/"))
        .contains(shown)
        .contains("<code>X-One-Api-Key</code>, without a word before it.")
        .doesNotContain("<b>");
    assertThat(text(page, "/index.md")).contains("`X-One-Api-Key`").doesNotContain("<b>");
    assertThat(text(page, "/llms.txt")).contains("`X-Two-Api-Key`").doesNotContain("<b>");
  }

  @Test
  void titlesOfManyWordsAreCut() {
    String html =
        text(
            page(
                List.of("/"),
                api("One", "v".repeat(100), ConnectionFacts.builder("One").title("t".repeat(500)))),
            "/");
    assertThat(html).contains("t".repeat(117) + "…, version " + "v".repeat(37) + "…</span>");
  }

  /** Agents take the text out of its place: every address in it is absolute. */
  @ParameterizedTest
  @CsvSource({
    "/,        /llms.txt,    https://gw.test/all/,       https://gw.test/all/index.md",
    "/about/x, /about/llms.txt, https://gw.test/all/about/x, https://gw.test/all/about/index.md"
  })
  void llmsTextLeadsToTheOtherDocuments(String first, String llms, String page, String index) {
    String text =
        text(page(List.of(first, llms), api("One", "1", ConnectionFacts.builder("One"))), llms);
    assertThat(text)
        .contains("](" + page + ")", "](" + index + ")", "](https://gw.test/all/openapi.json)")
        .contains("https://gw.test/all/mcp")
        .doesNotContain("localhost", "](/");
  }

  /** A gateway may have removed a prefix of the path: the page itself refers relatively. */
  @ParameterizedTest
  @CsvSource({"/, mcp", "/about, mcp", "/about/x, ../mcp", "/a/b/c, ../../mcp"})
  void thePageRefersToTheEndpointFromItsPlace(String path, String endpoint) {
    assertThat(text(page(List.of(path), api("One", "1", ConnectionFacts.builder("One"))), path))
        .contains("data-path=\"" + endpoint + "\"")
        .contains("href=\"" + endpoint.replace("mcp", "healthz") + "\"");
  }
}
