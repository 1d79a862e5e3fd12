package dev.dragoman.runtime.search.index;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation as represented in the index.
 *
 * @param impacts the impact of each term on the operation, above 0 to 1: BM25F's saturated sum of
 *     weighted, length-normalized frequencies over the fields
 * @param title the terms of summary and path
 */
record WeightedDocument(Map<String, Double> impacts, Set<String> title) {
  /** How quickly further occurrences stop counting (BM25's k1). */
  private static final double SATURATION = 1.0;

  static List<WeightedDocument> of(List<IndexedOperation> operations) {
    List<Map<IndexField, List<String>>> all =
        operations.stream().map(WeightedDocument::fields).toList();
    Map<IndexField, Double> lengths = averageLengths(all);
    return all.stream().map(fields -> of(fields, lengths)).toList();
  }

  private static Map<IndexField, List<String>> fields(IndexedOperation operation) {
    Map<IndexField, List<String>> fields = new EnumMap<>(IndexField.class);
    for (IndexField field : IndexField.values()) {
      fields.put(field, field.stems(operation));
    }
    return fields;
  }

  private static Map<IndexField, Double> averageLengths(List<Map<IndexField, List<String>>> all) {
    Map<IndexField, Double> averages = new EnumMap<>(IndexField.class);
    for (IndexField field : IndexField.values()) {
      double total =
          all.stream().mapToInt(fields -> fields.getOrDefault(field, List.of()).size()).sum();
      averages.put(field, Math.max(1, total / Math.max(1, all.size())));
    }
    return averages;
  }

  private static WeightedDocument of(
      Map<IndexField, List<String>> fields, Map<IndexField, Double> averageLengths) {
    Map<String, Double> sums = new LinkedHashMap<>();
    fields.forEach(
        (field, stems) -> {
          double length = stems.size() / averageLengths.getOrDefault(field, 1.0);
          double once = field.weight / (1 - field.lengthNorm + field.lengthNorm * length);
          stems.forEach(stem -> sums.merge(stem, once, Double::sum));
        });
    sums.values().removeIf(sum -> sum <= 0);
    sums.replaceAll((stem, sum) -> sum / (SATURATION + sum));
    return new WeightedDocument(sums, title(fields));
  }

  private static Set<String> title(Map<IndexField, List<String>> fields) {
    Set<String> title = new LinkedHashSet<>(fields.getOrDefault(IndexField.PATH, List.of()));
    List<String> summary = fields.getOrDefault(IndexField.SUMMARY, List.of());
    title.addAll(summary.isEmpty() ? fields.getOrDefault(IndexField.ID, List.of()) : summary);
    return title;
  }
}
