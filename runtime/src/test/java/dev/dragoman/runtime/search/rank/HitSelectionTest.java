package dev.dragoman.runtime.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.index.IndexData;
import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.text.WordLists.Intent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the scored operations are shown, and the vocabulary by which they are scored. */
class HitSelectionTest {
  private static final RankingWeights WEIGHTS = RankingWeights.DEFAULT;

  private static IndexedOperation operation(String method, String path, Integer... producers) {
    return new IndexedOperation(
        "id", method, path, List.of(), "", "", List.of(), List.of(), false, List.of(producers));
  }

  private static IndexData index(IndexedOperation... operations) {
    return new IndexData(ByteBuffer.wrap(SearchIndexWriter.write(List.of(operations))));
  }

  /** Eight operations; the first one needs ids of the sixth to eighth. */
  private static IndexData eight() {
    List<IndexedOperation> operations = new ArrayList<>();
    operations.add(operation("GET", "/a/{x}/{y}/{z}", 5, 6, 7));
    for (int i = 1; i < 8; i++) {
      operations.add(operation("GET", "/b" + i));
    }
    return index(operations.toArray(IndexedOperation[]::new));
  }

  private static List<Integer> shown(
      IndexData index, IntPredicate filter, int limit, boolean producers, float... scores) {
    float[] all = Arrays.copyOf(scores, index.operations());
    return new HitSelection(index, all, filter, limit)
        .hits(WEIGHTS, producers).stream().map(Hit::ordinal).toList();
  }

  @Test
  void theBestComeFirstAndEqualsInTheirOrder() {
    assertThat(shown(eight(), i -> true, 10, false, 1, 3, 2, 3, 0.5f))
        .containsExactly(1, 3, 2, 0, 4);
  }

  @Test
  void whatScoresNothingIsNotShown() {
    assertThat(shown(eight(), i -> true, 10, false, 0, -1, 1e-30f)).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "1, 1", "4, 4", "5, 4"})
  void theLimit(int limit, int count) {
    assertThat(shown(eight(), i -> true, limit, true, 0, 4, 3, 2, 1)).hasSize(count);
  }

  @Test
  void theFilterIsAskedAboutAsFewAsPossible() {
    List<Integer> asked = new ArrayList<>();
    IntPredicate odd =
        i -> {
          asked.add(i);
          return i % 2 == 1;
        };
    assertThat(shown(eight(), odd, 2, false, 8, 7, 6, 5, 4, 3)).containsExactly(1, 3);
    assertThat(asked).containsExactly(0, 1, 2, 3);
  }

  @Test
  void producersFollowTheFirstFew() {
    List<Integer> shown = shown(eight(), i -> true, 10, true, 8, 7, 6, 5, 4);
    int after = WEIGHTS.producersAfter();
    assertThat(shown.subList(0, after)).isEqualTo(List.of(0, 1, 2, 3, 4).subList(0, after));
    assertThat(shown.get(after)).isEqualTo(5);
    assertThat(shown).doesNotHaveDuplicates().contains(0, 1, 2, 3, 4);
    assertThat(shown(eight(), i -> true, 10, false, 8, 7, 6, 5, 4)).doesNotContain(5);
  }

  @Test
  void aProducerThatWasFoundAnywayIsNotShownTwice() {
    assertThat(shown(eight(), i -> true, 10, true, 8, 7, 6, 5, 4, 3, 2, 1))
        .hasSize(8)
        .doesNotHaveDuplicates();
  }

  @Test
  void aHiddenProducerStaysHidden() {
    assertThat(shown(eight(), i -> i < 5, 10, true, 8, 7, 6, 5, 4)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void scoresNeverRise() {
    float[] scores = Arrays.copyOf(new float[] {8, 7, 6, 5, 4}, 8);
    List<Hit> hits = new HitSelection(eight(), scores, i -> true, 10).hits(WEIGHTS, true);
    for (int i = 1; i < hits.size(); i++) {
      assertThat(hits.get(i).score()).isLessThanOrEqualTo(hits.get(i - 1).score());
    }
  }

  private static final Lexicon LEXICON =
      new Lexicon(
          index(
              operation("POST", "/create/issues"),
              operation("POST", "/create/pull-requests"),
              operation("POST", "/add/labels"),
              operation("GET", "/films"),
              operation("GET", "/os"),
              operation("DELETE", "/erase/labels")));

  @ParameterizedTest
  @CsvSource({
    "createissue,        create issue",
    "createissues,       create issues",
    "deleteissue,        delete issue",
    "pullrequest,        pull request",
    "createpullrequest,  create pull request",
    "issue,              issue",
    "createunknown,      createunknown",
    "unknownissue,       unknownissue",
    "theissue,           theissue",
    "issueos,            issueos",
    "createpullrequestissue, createpullrequestissue",
    "'the issue',        the issue",
    "getissue label,     get issue label"
  })
  void unknownWordsFallIntoKnownOnes(String words, String parted) {
    assertThat(String.join(" ", LEXICON.parted(List.of(words.split(" ", -1))))).isEqualTo(parted);
  }

  @Test
  void formsOfAWordAreOneTerm() {
    assertThat(LEXICON.term("issues")).isNotNegative().isEqualTo(LEXICON.term("issue"));
    assertThat(LEXICON.term("zebra")).isEqualTo(-1);
    assertThat(LEXICON.synonym("movies")).isNotNegative();
    assertThat(LEXICON.synonym("zebra")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"CREATE, create", "DELETE, erase", "PATCH, ''", "REPLACE, ''", "ACT, ''"})
  void theVerbThatAnApiUses(Intent intent, String verb) {
    assertThat(LEXICON.usualVerb(intent)).isEqualTo(verb.isEmpty() ? -1 : LEXICON.term(verb));
  }
}
