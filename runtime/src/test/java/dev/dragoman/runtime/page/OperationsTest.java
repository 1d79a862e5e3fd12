package dev.dragoman.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.SampleOperation;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations of one API, or of several, as a list for people. */
class OperationsTest {
  @TempDir Path folder;

  private Catalog catalog(String name, List<OperationCard> cards) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    TrackerResources.write(own, cards, Map.of(), Map.of());
    return Catalog.of(TrackerResources.anchorIn(own), "/" + TrackerApi.ROOT);
  }

  private static OperationCard card(String id, String tag, AccessLevel access) {
    return OperationCard.builder(Operation.of(id, "GET", "/" + id, access)).tag(tag).build();
  }

  private static List<OperationCard> cards(String prefix, int count, String tag) {
    return IntStream.range(0, count)
        .mapToObj(number -> card(prefix + number, tag, AccessLevel.READ))
        .toList();
  }

  private ApiFacts api(String id, List<OperationCard> cards) throws IOException {
    Catalog catalog = catalog(id, cards);
    return new ApiFacts(
        id, "1", ConnectionFacts.builder(id).build(), "X-" + id + "-Api-Key", () -> catalog);
  }

  private static List<String> shape(Operations operations) {
    List<String> shape = new ArrayList<>();
    operations.groups().forEach(group -> shape.add(group.tag() + " " + group.rows().size()));
    return shape;
  }

  @Test
  void levelsCountAllOperationsAndGroupsAreByTag() throws IOException {
    Operations operations =
        Operations.of(
            catalog(
                "a",
                List.of(
                    card("c", "users", AccessLevel.WRITE),
                    card("b", "", AccessLevel.READ),
                    card("a", "Users", AccessLevel.DESTRUCTIVE),
                    card("d", "  ", AccessLevel.READ),
                    card("e", "\u00dcbung", AccessLevel.READ),
                    card("f", "a\nb", AccessLevel.READ))));

    assertThat(operations.levels())
        .isEqualTo(Map.of(AccessLevel.READ, 4, AccessLevel.WRITE, 1, AccessLevel.DESTRUCTIVE, 1));
    assertThat(operations.count()).isEqualTo(6);
    assertThat(operations.omitted()).isZero();
    assertThat(shape(operations))
        .containsExactly("a b 1", "users 2", "\u00dcbung 1", "Other operations 2");
    assertThat(operations.groups().get(1).rows())
        .extracting(Operations.Row::id)
        .as("the order of the document")
        .containsExactly("c", "a");
  }

  @Test
  void ofNothingThereIsNothing() throws IOException {
    Operations none = Operations.of(catalog("a", List.of()));
    assertThat(none.count()).isZero();
    assertThat(none.groups()).isEmpty();
    assertThat(none.sample()).isEmpty();
    assertThat(Operations.of(List.of(api("b", List.of()), api("c", List.of()))).count()).isZero();
  }

  /** A row is one line of bounded length, whatever the document says. */
  @Test
  void textsAreOfBoundedLength() throws IOException {
    String owl = "🦉".repeat(400);
    OperationCard card =
        OperationCard.builder(Operation.of("x" + owl, "GET", "/" + owl, AccessLevel.READ))
            .tag(owl)
            .summary("two\nlines " + owl)
            .deprecated(true)
            .build();
    Operations operations = Operations.of(catalog("a", List.of(card)));
    Operations.Group group = operations.groups().get(0);
    Operations.Row row = group.rows().get(0);

    assertThat(List.of(group.tag(), row.id(), row.route(), row.summary()))
        .allMatch(text -> text.endsWith("🦉…"))
        .allMatch(text -> text.codePointCount(0, text.length()) < 90);
    assertThat(row.summary()).startsWith("two lines 🦉");
    assertThat(row.deprecated()).isTrue();
    assertThat(operations.sample()).as("it would not fit into a sentence").isEmpty();
  }

  @Test
  void severalApisAreOneList() throws IOException {
    Operations all =
        Operations.of(
            List.of(
                api("one", List.of(card("one:w", "t", AccessLevel.WRITE))),
                api(
                    "two",
                    List.of(
                        card("two:r", "t", AccessLevel.READ),
                        card("two:x", "", AccessLevel.DESTRUCTIVE)))));

    assertThat(shape(all)).containsExactly("one: t 1", "two: t 1", "two: Other operations 1");
    assertThat(all.count()).isEqualTo(3);
    assertThat(all.omitted()).isZero();
    assertThat(all.sample().map(SampleOperation::id)).contains("two:r");
  }

  /** The limit is of the page, not of each API; a tag is shown whole or not at all. */
  @Test
  void ofTooManyTheRestIsCounted() throws IOException {
    int most = Operations.MOST;
    Operations all =
        Operations.of(
            List.of(
                api("one", cards("a", most - 10, "t")),
                api("two", cards("b", 11, "big")),
                api("three", cards("c", 10, "fits")),
                api("four", cards("d", 1, "late"))));

    assertThat(shape(all)).containsExactly("one: t " + (most - 10), "three: fits 10");
    assertThat(all.omitted()).isEqualTo(12);
    assertThat(all.count()).isEqualTo(most + 12);
  }

  @Test
  void ofOneApiThatIsTooLargeTheRestIsCounted() throws IOException {
    Operations all =
        Operations.of(
            List.of(
                api("one", cards("a", Operations.MOST + 3, "t")), api("two", cards("b", 2, "t"))));

    assertThat(shape(all)).containsExactly("one: t " + Operations.MOST);
    assertThat(all.omitted()).isEqualTo(5);
    assertThat(all.count()).isEqualTo(Operations.MOST + 5);
  }
}
