package dev.dragoman.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.rank.Hit;
import dev.dragoman.runtime.search.vector.OperationVectors;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MiniLmEncoderTest {
  private static final SentenceEncoder ENCODER =
      ServiceLoader.load(SentenceEncoder.class).findFirst().orElseThrow();

  private static final List<IndexedOperation> OPERATIONS =
      List.of(
          operation("POST", "/invoices/{id}/void", "Void an invoice"),
          operation("GET", "/physicians", "List physicians"),
          operation("DELETE", "/vehicles/{id}", "Delete a vehicle"));

  private static IndexedOperation operation(String method, String path, String summary) {
    return new IndexedOperation(
        path, method, path, List.of(), summary, "", List.of(), List.of(), false, List.of());
  }

  private static double cosine(String left, String right) {
    float[] one = ENCODER.encode(left);
    float[] other = ENCODER.encode(right);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Test
  void vectorsHaveLengthOne() {
    assertThat(ENCODER.encode("list all doctors")).hasSize(384);
    assertThat(cosine("list all doctors", "list all doctors")).isCloseTo(1, within(1e-4));
  }

  @Test
  void textsThatMeanAlikePointInLikeDirections() {
    assertThat(cosine("doctor", "physician")).isGreaterThan(cosine("doctor", "vehicle") + 0.2);
  }

  @Test
  void anIndexWithVectorsFindsWordsThatTheApiDoesNotSay() {
    SearchIndex words = SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(OPERATIONS)));
    byte[] vectors = OperationVectors.write(OPERATIONS, ENCODER);
    SearchIndex meaning = withMeaning(words, vectors);
    assertThat(words.search("find doctors", any -> true, 1)).isEmpty();
    assertThat(meaning.search("find doctors", any -> true, 1))
        .extracting(Hit::ordinal)
        .containsExactly(1);
    assertThat(meaning.search("find doctors", any -> true, 3))
        .isEqualTo(meaning.search("Find, DOCTORS!", any -> true, 3));
    assertThat(vectors.length).isLessThan(OPERATIONS.size() * 400 + 60);
  }

  @Test
  void everythingThatALongRequestNamesIsFound() {
    SearchIndex words = SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(OPERATIONS)));
    SearchIndex meaning = withMeaning(words, OperationVectors.write(OPERATIONS, ENCODER));
    String request = "throw away the old car of the medical man that lives in the town";
    assertThat(meaning.search(request, any -> true, 2))
        .extracting(Hit::ordinal)
        .containsExactly(2, 1);
  }

  private static SearchIndex withMeaning(SearchIndex words, byte[] vectors) {
    return words.withMeaning(OperationVectors.read(ByteBuffer.wrap(vectors)), ENCODER);
  }

  @Test
  void damagedVectorsAndThoseOfOthersAreRefused() {
    byte[] vectors = OperationVectors.write(OPERATIONS, ENCODER);
    SearchIndex other =
        SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(OPERATIONS.subList(0, 2))));
    assertThatThrownBy(
            () -> other.withMeaning(OperationVectors.read(ByteBuffer.wrap(vectors)), ENCODER))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] damaged = vectors.clone();
    damaged[damaged.length - 1]++;
    assertThatThrownBy(() -> OperationVectors.read(ByteBuffer.wrap(damaged)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rebuild the server");
  }
}
