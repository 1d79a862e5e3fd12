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
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** Of each index what a search in it alone finds, but twelve in all, evenly. */
  @ParameterizedTest
  @CsvSource({"2, 3, 3", "3, 3, 6", "5, 3, 12", "6, 3, 12", "5, 4, 12", "14, 4, 12"})
  void whatEachIndexAloneWouldFindIsOffered(int indexes, int limit, int expected) {
    List<Source> sources =
        IntStream.range(0, indexes)
            .mapToObj(
                i -> source(index(repeated("List things" + (i == 1 ? "" : " of x"))), "n" + i))
            .toList();

    MergedHits hits = new MergedSearch(sources).hits("list things", limit);

    assertThat(hits.best()).hasSize(limit).allMatch(hit -> hit.source() == 1);
    assertThat(hits.others()).hasSize(expected).noneMatch(hit -> hit.source() == 1);
    List<Integer> sizes =
        hits.others().stream().collect(Collectors.groupingBy(MergedHit::source)).values().stream()
            .map(List::size)
            .toList();
    assertThat(Collections.max(sizes) - Collections.min(sizes)).isLessThan(2);
  }

  @Test
  void theOthersAreTheRestOfTheHitsOfEachIndexInItsOrder() {
    List<MergedHit> all = hits("list the labels", 9);
    MergedHits two =
        new MergedSearch(List.of(source(BILLING, "billing"), source(TRACKER, "tracker")))
            .hits("list the labels", 2);

    assertThat(two.best()).isEqualTo(all.subList(0, 2));
    for (int source = 0; source < 2; source++) {
      int one = source;
      assertThat(Stream.concat(two.best().stream(), two.others().stream()))
          .filteredOn(hit -> hit.source() == one)
          .containsExactlyElementsOf(
              all.stream().filter(hit -> hit.source() == one).limit(2).toList());
    }
  }

  private static String[] repeated(String summary) {
    return new String[] {summary, summary, summary, summary};
  }

  @Test
  void nothingElseIsOfferedIfAllIsFoundOrAnIndexIsNamed() {
    List<Source> sources = List.of(source(BILLING, "billing"), source(TRACKER, "tracker"));
    MergedSearch search = new MergedSearch(sources);

    assertThat(search.hits("create issue", 1).others()).isNotEmpty();
    assertThat(search.hits("create issue", 9).others()).isEmpty();
    assertThat(search.hits("create issue in tracker", 1).others()).isEmpty();
    assertThat(new MergedSearch(sources.subList(0, 1)).hits("create", 1).others()).isEmpty();
  }
}
