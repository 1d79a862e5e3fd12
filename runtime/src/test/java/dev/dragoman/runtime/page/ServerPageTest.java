package dev.dragoman.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rendering costs, and what large APIs look like. */
class ServerPageTest {
  @TempDir Path folder;

  private ServerPage page(List<OperationCard> cards) throws Exception {
    TrackerResources.write(folder, cards, Map.of(), Map.of());
    Class<?> anchor = TrackerResources.anchorIn(folder);
    return new ServerPage(
        new PageFacts(
            ConnectionFacts.builder("Acme").operations(cards.size()).build(),
            "1",
            false,
            false,
            true,
            List.of(),
            () -> Catalog.of(anchor, "/" + TrackerApi.ROOT)),
        List.of("/", "/index.md"));
  }

  private static PageDocument at(ServerPage page, String path, int port) {
    return page.document(path, URI.create("http://localhost:" + port)).orElseThrow();
  }

  private static String text(PageDocument document) {
    return StandardCharsets.UTF_8.decode(document.content(false)).toString();
  }

  private static OperationCard operation(int number, String tag, AccessLevel access) {
    return OperationCard.builder(Operation.of("op_" + number, "GET", "/things/" + number, access))
        .tag(tag)
        .summary("Does thing " + number)
        .build();
  }

  @Test
  void aDocumentIsRenderedOncePerAddressAndOnlyAFewAreKept() throws Exception {
    ServerPage page = page(TrackerResources.cards());
    PageDocument first = at(page, "/", 1);
    assertThat(at(page, "/", 1)).isSameAs(first);
    assertThat(at(page, "/", 2)).isNotSameAs(first);
    assertThat(text(at(page, "/", 2))).contains("http://localhost:2/mcp").doesNotContain(":1/mcp");

    IntStream.range(10, 10 + ServerPage.KEPT).forEach(port -> at(page, "/", port));
    PageDocument again = at(page, "/", 1);
    assertThat(again).isNotSameAs(first);
    assertThat(again.entityTag(false)).isEqualTo(first.entityTag(false));
  }

  @Test
  void otherPathsAreNotDocuments() throws Exception {
    ServerPage page = page(TrackerResources.cards());
    for (String path : List.of("", "/mcp", "/index.html", "/index.md/", "/x.md", "/INDEX.md")) {
      assertThat(page.document(path, URI.create("http://localhost"))).as(path).isEmpty();
    }
    assertThat(text(at(page, "/index.md", 1))).startsWith("# ").contains("http://localhost:1/mcp");
  }

  @Test
  void ofTooManyOperationsTheFirstAreListedAndAllAreCounted() throws Exception {
    List<OperationCard> cards =
        IntStream.range(0, Operations.MOST + 100)
            .mapToObj(i -> operation(i, "tag " + i / 100, AccessLevel.READ))
            .toList();
    String text = text(at(page(cards), "/", 1));
    assertThat(text)
        .contains("<code>op_4999</code>", "<dd>5,100</dd>", "100 more operations are not listed")
        .doesNotContain("<code>op_5000</code>");
  }

  @Test
  void tagsAreSortedAndOperationsWithoutOneAreLast() throws Exception {
    String text =
        text(
            at(
                page(
                    List.of(
                        operation(1, "", AccessLevel.WRITE),
                        operation(2, "zebra", AccessLevel.READ),
                        operation(3, "Apple", AccessLevel.READ),
                        operation(4, "apple", AccessLevel.READ))),
                "/",
                1));
    assertThat(text.replaceAll("(?s).*id=\"operations\"", ""))
        .containsSubsequence("<h3>Apple</h3>", "op_3", "op_4", "zebra", "op_2", "Other operations");
  }

  @Test
  void anApiWithoutOperationsHasAPage() throws Exception {
    assertThat(text(at(page(List.of()), "/", 1))).contains("<dd>0</dd>").doesNotContain("<svg");
  }
}
