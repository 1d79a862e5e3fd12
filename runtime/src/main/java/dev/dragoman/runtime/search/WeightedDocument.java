package dev.dragoman.runtime.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation as the index sees it.
 *
 * @param impacts how well each term stands for the operation, above 0 to 1: BM25F's saturated sum
 *     of weighted, length-normalised frequencies over the fields
 * @param title the terms of summary and path
 */
record WeightedDocument(Map<String, Double> impacts, Set<String> title) {
  /** How soon one more occurrence stops to count (BM25's k1). */
  private static final double SATURATION = 1.0;

  static List<WeightedDocument> of(List<IndexedOperation> operations) {
    List<Map<Field, List<String>>> all = operations.stream().map(WeightedDocument::fields).toList();
    Map<Field, Double> lengths = averageLengths(all);
    return all.stream().map(fields -> of(fields, lengths)).toList();
  }

  private static Map<Field, List<String>> fields(IndexedOperation operation) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      fields.put(field, field.stems(operation));
    }
    return fields;
  }

  private static Map<Field, Double> averageLengths(List<Map<Field, List<String>>> all) {
    Map<Field, Double> averages = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      double total =
          all.stream().mapToInt(fields -> fields.getOrDefault(field, List.of()).size()).sum();
      averages.put(field, Math.max(1, total / Math.max(1, all.size())));
    }
    return averages;
  }

  private static WeightedDocument of(
      Map<Field, List<String>> fields, Map<Field, Double> averageLengths) {
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

  private static Set<String> title(Map<Field, List<String>> fields) {
    Set<String> title = new LinkedHashSet<>(fields.getOrDefault(Field.PATH, List.of()));
    List<String> summary = fields.getOrDefault(Field.SUMMARY, List.of());
    title.addAll(summary.isEmpty() ? fields.getOrDefault(Field.ID, List.of()) : summary);
    return title;
  }
}
