package dev.dragoman.runtime.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.runtime.search.index.IndexedOperation;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of operations are written, read back and compared, and damage is noticed. */
class OperationVectorsTest {
  private static final float[] RIGHT = {1, 0, 0};
  private static final float[] UP = {0, 0.6f, 0.8f};

  /** An encoder of few known texts. */
  private record Table(String name, Map<String, float[]> vectors) implements SentenceEncoder {
    @Override
    public float[] encode(String text) {
      return vectors.getOrDefault(text, new float[3]);
    }
  }

  private static IndexedOperation operation(String id, String summary, String description) {
    return new IndexedOperation(
        id,
        "GET",
        "/lamps/{lampId}/state",
        List.of("lamps", "light"),
        summary,
        description,
        List.of(),
        List.of(),
        false,
        List.of());
  }

  private static byte[] written() {
    List<IndexedOperation> operations =
        List.of(operation("a", "A", ""), operation("b", "B", ""), operation("c", "C", ""));
    return OperationVectors.write(
        operations,
        new Table(
            "tëst",
            Map.of(
                OperationVectors.text(operations.get(0)), RIGHT,
                OperationVectors.text(operations.get(1)), UP)));
  }

  /** RIGHT and UP are at a right angle; what has no direction is similar to nothing. */
  @Test
  void similarityIsTheCosine() {
    OperationVectors vectors = OperationVectors.read(ByteBuffer.wrap(written()));
    assertThat(vectors.operations()).isEqualTo(3);
    assertThat(vectors.similarities(RIGHT)).containsExactly(new float[] {1, 0, 0}, within(0.01f));
    assertThat(vectors.similarities(UP)).containsExactly(new float[] {0, 1, 0}, within(0.01f));
    assertThat(vectors.similarities(new float[] {-0.6f, 0, -0.8f}))
        .containsExactly(new float[] {-0.6f, -0.64f, 0}, within(0.01f));
  }

  @Test
  void vectorsOfAnotherEncoderAreNotComparable() {
    OperationVectors vectors = OperationVectors.read(ByteBuffer.wrap(written()));
    assertThat(vectors.isFor(new Table("tëst", Map.of()))).isTrue();
    assertThat(vectors.isFor(new Table("test", Map.of()))).isFalse();
  }

  @Test
  void aResourceMayBePartOfALargerBuffer() {
    byte[] file = written();
    ByteBuffer larger = ByteBuffer.allocate(file.length + 9).put(new byte[9]).put(file);
    larger.position(9);
    assertThat(OperationVectors.read(larger).similarities(RIGHT)[0]).isEqualTo(1, within(0.01f));
  }

  @Test
  void anyDamageIsNoticed() {
    byte[] file = written();
    for (int at = 0; at < file.length; at++) {
      byte[] damaged = file.clone();
      damaged[at] ^= 1;
      assertThatIllegalArgumentException()
          .as("byte " + at)
          .isThrownBy(() -> OperationVectors.read(ByteBuffer.wrap(damaged)));
      byte[] shorter = Arrays.copyOf(file, at);
      assertThatIllegalArgumentException()
          .as("length " + at)
          .isThrownBy(() -> OperationVectors.read(ByteBuffer.wrap(shorter)));
    }
  }

  @Test
  void anOperationIsItsTagsSummaryPathAndTheBeginningOfItsDescription() {
    String words = String.join("\n ", Collections.nCopies(21, "word"));
    assertThat(OperationVectors.text(operation("lamp_state", "Reads it", words)))
        .startsWith("lamps light: Reads it. ")
        .contains("lamp", "state")
        .doesNotContain("lampId")
        .endsWith(". " + String.join(" ", Collections.nCopies(20, "word")));
    assertThat(OperationVectors.text(operation("readLampState", " ", "")))
        .contains(": read lamp state. ");
  }

  /** Similarities and word scores of two operations, and what they become together. */
  @ParameterizedTest
  @CsvSource({
    "0.8, 0.3, 0, 2, 0.5, 0.5, 0.5",
    "0.8, 0.3, 4, 2, 0.5, 1, 0.25",
    "0.8, 0.3, 4, 2, 0, 1, 0.5",
    "0.8, 0.3, 4, 2, 1, 1, 0",
    "0.5, 0.5, 1, 2, 0.5, 0.25, 0.5",
    "0.3, 0.1, 0, 0, 0.5, 0.5, 0",
    "0.2, 0.1, 0, 0, 0.5, 0, 0",
    "-0.2, -0.1, 2, 1, 0.5, 0.5, 0.75"
  })
  void wordsAndMeaningAreWeighed(
      float like1, float like2, float words1, float words2, double weight, float one, float two) {
    float[] blended =
        SemanticScores.blended(
            new float[] {like1, like2}, new float[] {words1, words2}, weight, new float[2]);
    assertThat(blended).containsExactly(new float[] {one, two}, within(0.001f));
  }

  @Test
  void whatDoesNotFitIsNeverBelowZero() {
    assertThat(
            SemanticScores.blended(
                new float[] {0.9f, 0.4f}, new float[] {1, 1}, 0.5, new float[] {0.2f, -0.9f}))
        .containsExactly(new float[] {1.2f, 0}, within(0.001f));
  }
}
