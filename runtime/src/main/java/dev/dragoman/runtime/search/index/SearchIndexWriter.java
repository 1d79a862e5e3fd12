package dev.dragoman.runtime.search.index;

import dev.dragoman.runtime.search.text.Synonyms;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Builds the search index; called by the generator. */
public final class SearchIndexWriter {
  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /** A word in more than this fraction of all operations is common. */
  private static final int COMMON = 4;

  private SearchIndexWriter() {}

  /**
   * Writes the index as one binary resource. Equal operations produce equal bytes.
   *
   * @throws IndexOutOfBoundsException if a producer is not one of the operations
   */
  public static byte[] write(List<IndexedOperation> operations) {
    List<WeightedDocument> documents = WeightedDocument.of(operations);
    Map<String, List<Posting>> inverted = inverted(documents);
    addSynonyms(inverted, operations.size() / COMMON);
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    ByteArrayOutputStream postings = new ByteArrayOutputStream();
    int[] textStarts = new int[inverted.size() + 1];
    int[] postingStarts = new int[inverted.size() + 1];
    Map<String, Integer> numbers = new HashMap<>();
    int term = 0;
    for (Map.Entry<String, List<Posting>> entry : inverted.entrySet()) {
      texts.writeBytes(entry.getKey().getBytes(StandardCharsets.UTF_8));
      write(entry.getValue(), postings);
      numbers.put(entry.getKey(), term);
      term++;
      textStarts[term] = texts.size();
      postingStarts[term] = postings.size();
    }
    int size =
        IndexLayout.HEADER
            + IndexLayout.OPERATION * operations.size()
            + 8 * textStarts.length
            + texts.size()
            + postings.size();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(IndexLayout.MAGIC).putInt(IndexLayout.VERSION).putInt(0);
    out.putInt(operations.size()).putInt(inverted.size());
    out.putInt(texts.size()).putInt(postings.size());
    for (int i = 0; i < operations.size(); i++) {
      out.putInt(OperationTraits.of(operations.get(i)).encoded());
      out.putFloat(titleWeight(documents.get(i), inverted, operations.size()));
      out.putInt(numbers.getOrDefault(IndexField.subject(operations.get(i).path()), -1));
      producers(operations.get(i).producers(), operations.size(), out);
    }
    Arrays.stream(textStarts).forEach(out::putInt);
    Arrays.stream(postingStarts).forEach(out::putInt);
    out.put(texts.toByteArray()).put(postings.toByteArray());
    CRC32 crc = new CRC32();
    crc.update(out.array(), IndexLayout.CHECKED_FROM, size - IndexLayout.CHECKED_FROM);
    out.putInt(8, (int) crc.getValue());
    return out.array();
  }

  private record Posting(int ordinal, boolean inTitle, double impact) {
    Posting better(Posting other) {
      return new Posting(ordinal, inTitle || other.inTitle, Math.max(impact, other.impact));
    }
  }

  private static Map<String, List<Posting>> inverted(List<WeightedDocument> documents) {
    Map<String, List<Posting>> inverted = new TreeMap<>(BY_BYTES);
    for (int i = 0; i < documents.size(); i++) {
      WeightedDocument document = documents.get(i);
      int ordinal = i;
      document
          .impacts()
          .forEach(
              (stem, impact) ->
                  inverted
                      .computeIfAbsent(stem, key -> new ArrayList<>())
                      .add(new Posting(ordinal, document.title().contains(stem), impact)));
    }
    return inverted;
  }

  /**
   * Adds a term for each listed word whose synonyms occur in the API: it is posted to all
   * operations with a synonym, each with the best one. Synonyms in many operations are skipped
   * because they do not distinguish them.
   */
  private static void addSynonyms(Map<String, List<Posting>> inverted, int most) {
    Map<String, List<Posting>> added = new TreeMap<>();
    Synonyms.byStem()
        .forEach(
            (stem, others) -> {
              Map<Integer, Posting> best = new TreeMap<>();
              for (String other : others) {
                for (Posting posting : inverted.getOrDefault(other, List.of())) {
                  best.merge(posting.ordinal(), posting, Posting::better);
                }
              }
              if (!best.isEmpty() && best.size() <= most) {
                added.put(IndexLayout.SYNONYM + stem, List.copyOf(best.values()));
              }
            });
    inverted.putAll(added);
  }

  private static void write(List<Posting> postings, ByteArrayOutputStream out) {
    varint(postings.size(), out);
    int before = 0;
    for (Posting posting : postings) {
      varint(posting.ordinal() - before, out);
      before = posting.ordinal();
      int impact = (int) Math.round(posting.impact() * IndexLayout.MAX_IMPACT);
      out.write(Math.max(1, impact) | (posting.inTitle() ? IndexLayout.IN_TITLE : 0));
    }
  }

  private static void varint(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest > 0x7F) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static float titleWeight(
      WeightedDocument document, Map<String, List<Posting>> inverted, int operations) {
    double sum = 0;
    for (String stem : document.title()) {
      sum += IndexLayout.idf(operations, inverted.getOrDefault(stem, List.of()).size());
    }
    return (float) sum;
  }

  private static void producers(List<Integer> producers, int operations, ByteBuffer out) {
    for (int i = 0; i < IndexLayout.PRODUCERS; i++) {
      out.putInt(i < producers.size() ? Objects.checkIndex(producers.get(i), operations) : -1);
    }
  }
}
