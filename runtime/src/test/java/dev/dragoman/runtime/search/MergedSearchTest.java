package dev.dragoman.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.MergedSearch.MergedHit;
import dev.dragoman.runtime.search.MergedSearch.MergedHits;
import dev.dragoman.runtime.search.MergedSearch.Source;
import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.rank.Hit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedSearchTest {
  private static final SearchIndex TRACKER =
      index("List the issues of a repository", "Create an issue", "List the labels of an issue");
  private static final SearchIndex BILLING =
      index("Create a refund of a payment", "List invoices", "Create a customer");

  private static SearchIndex index(String... summaries) {
    List<IndexedOperation> operations = new ArrayList<>();
    for (String summary : summaries) {
      operations.add(operation("/things" + operations.size(), summary));
    }
    return index(operations);
  }

  private static SearchIndex index(List<IndexedOperation> operations) {
    return SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(operations)));
  }

  private static IndexedOperation operation(String path, String summary) {
    String method = summary.startsWith("Create") ? "POST" : "GET";
    List<String> none = List.of();
    return new IndexedOperation(
        path, method, path, none, summary, "", none, none, false, List.of());
  }

  private static Source source(SearchIndex index, String name) {
    return new Source(index, ordinal -> true, List.of(name));
  }

  private static List<MergedHit> hits(String query, int limit) {
    return new MergedSearch(List.of(source(BILLING, "billing"), source(TRACKER, "tracker")))
        .hits(query, limit)
        .best();
  }

  @Test
  void anIndexThatKnowsOneWordDoesNotOutrankOneThatKnowsAll() {
    assertThat(BILLING.strength("create issue", term -> 1)).isPositive();
    assertThat(hits("create issue", 3).get(0))
        .satisfies(hit -> assertThat(hit.source()).isEqualTo(1))
        .satisfies(hit -> assertThat(hit.ordinal()).isEqualTo(1));
    assertThat(hits("create a refund", 3).get(0).source()).isZero();
  }

  @Test
  void whatDecidesBetweenIndexesIsWordsAndNotHowDeepTheirPathsAre() {
    SearchIndex deep =
        index(List.of(operation("/v1/orgs/{org}/teams/{team}/refunds", "Create a refund")));
    SearchIndex shallow =
        index(List.of(operation("/orders", "Create an order"), operation("/refund", "")));

    List<MergedHit> hits =
        new MergedSearch(List.of(source(shallow, "shop"), source(deep, "bank")))
            .hits("create a refund", 3)
            .best();

    assertThat(hits.get(0).source()).isEqualTo(1);
  }

  @Test
  void theOrderWithinAnIndexIsThatOfASearchInItAlone() {
    List<Integer> alone =
        TRACKER.search("list issues", ordinal -> true, 9).stream().map(Hit::ordinal).toList();
    assertThat(alone).hasSizeGreaterThan(1);
    assertThat(hits("list issues", 9).stream().filter(hit -> hit.source() == 1))
        .extracting(MergedHit::ordinal)
        .containsExactlyElementsOf(alone);
  }

  @Test
  void anIndexThatIsNamedComesFirstWithWhatItFindsWithoutTheName() {
    List<Integer> alone =
        BILLING.search("create issue", ordinal -> true, 9).stream().map(Hit::ordinal).toList();
    List<MergedHit> named = hits("create issue in Billing", 9);
    assertThat(named.subList(0, alone.size()))
        .allMatch(hit -> hit.source() == 0)
        .extracting(MergedHit::ordinal)
        .containsExactlyElementsOf(alone);
    assertThat(named).anyMatch(hit -> hit.source() == 1);
  }

  @Test
  void anIndexIsFilteredAndNothingUnknownIsFound() {
    Source filtered = new Source(TRACKER, ordinal -> ordinal == 0, List.of());
    assertThat(
            new MergedSearch(List.of(filtered, source(BILLING, "billing")))
                .hits("list issues", 9).best().stream().filter(hit -> hit.source() == 0))
        .extracting(MergedHit::ordinal)
        .containsExactly(0);
    assertThat(hits("zebra", 9)).isEmpty();
  }

  /** Three operations of an API, two of each of three, one of each of more than five. */
  @ParameterizedTest
  @CsvSource({"2, 3", "3, 6", "4, 6", "7, 6", "9, 6"})
  void theBestOfIndexesWithoutAHitAreOffered(int indexes, int expected) {
    List<Source> sources =
        IntStream.range(0, indexes)
            .mapToObj(
                i -> source(index(repeated("List things", i == 1 ? "" : " of others")), "n" + i))
            .toList();

    MergedHits hits = new MergedSearch(sources).hits("list things", 4);

    assertThat(hits.best()).hasSize(4).allMatch(hit -> hit.source() == 1);
    assertThat(hits.others()).hasSize(expected).noneMatch(hit -> hit.source() == 1);
    assertThat(hits.others().stream().collect(Collectors.groupingBy(MergedHit::source)).values())
        .allMatch(of -> of.size() == Math.max(1, Math.min(3, 6 / (indexes - 1))));
  }

  private static String[] repeated(String summary, String rest) {
    return new String[] {summary + rest, summary + rest, summary + rest, summary + rest};
  }

  @Test
  void nothingElseIsOfferedIfEveryIndexHasAHitOrOneIsNamed() {
    List<Source> sources = List.of(source(BILLING, "billing"), source(TRACKER, "tracker"));
    MergedSearch search = new MergedSearch(sources);

    assertThat(search.hits("create issue", 1).others()).isNotEmpty();
    assertThat(search.hits("create issue", 9).others()).isEmpty();
    assertThat(search.hits("create issue in tracker", 1).others()).isEmpty();
    assertThat(new MergedSearch(sources.subList(0, 1)).hits("create", 1).others()).isEmpty();
  }
}
