package dev.dragoman.runtime.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.runtime.search.index.IndexedOperation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request has in common with two operations, one about invoices and one about lamps. */
class SemanticScoresTest {
  private static final class Topics implements SentenceEncoder {
    @Override
    public String name() {
      return "topics";
    }

    /** Of text with both topics, a direction between those of each. */
    @Override
    public float[] encode(String text) {
      boolean invoices = text.contains("invoice");
      boolean lamps = text.contains("lamp");
      float share = invoices && lamps ? 0.7071f : 1;
      return new float[] {invoices ? share : 0, lamps ? share : 0};
    }
  }

  private static float[] likeness(String text, double phrases) {
    SentenceEncoder encoder = new Topics();
    List<IndexedOperation> operations =
        Stream.of("invoice", "lamp").map(SemanticScoresTest::operation).toList();
    byte[] vectors = OperationVectors.write(operations, encoder);
    return new SemanticScores(OperationVectors.read(ByteBuffer.wrap(vectors)), encoder)
        .likeness(text, phrases);
  }

  private static IndexedOperation operation(String topic) {
    return new IndexedOperation(
        topic, "GET", "/" + topic, List.of(), topic, "", List.of(), List.of(), false, List.of());
  }

  /** A request for two things is as similar to the operation of each as its phrase is. */
  @ParameterizedTest
  @CsvSource({
    "send the invoice and switch the lamp on, 0, 0.71, 0.71",
    "send the invoice and switch the lamp on, 0.5, 0.85, 0.85",
    "send the invoice and switch the lamp on, 1, 1, 1",
    "send the invoice, 1, 1, 0",
    "send the invoice and the invoice again, 1, 1, 0",
    "'', 1, 0, 0"
  })
  void thePhraseWithMostInCommonCounts(String text, double phrases, float invoice, float lamp) {
    assertThat(likeness(text, phrases)).containsExactly(new float[] {invoice, lamp}, within(0.01f));
  }

  @Test
  void caseAndPunctuationDoNotMatter() {
    assertThat(likeness("SEND: the \n Invoice!", 0.5))
        .containsExactly(likeness("send the invoice", 0.5));
  }
}
