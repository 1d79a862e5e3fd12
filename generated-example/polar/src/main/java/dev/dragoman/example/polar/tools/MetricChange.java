package dev.dragoman.example.polar.tools;

import dev.dragoman.example.polar.model.Metric;
import dev.dragoman.example.polar.model.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The change of one metric between two periods: how it is computed and described. */
final class MetricChange {
  /** What {@code audit_performance} takes. */
  static final String INPUT =
      """
      {"type": "object", "required": ["metric_names", "time_range"], "additionalProperties": false,
       "properties": {
         "metric_names": {"type": "array", "minItems": 1, "maxItems": 20, "uniqueItems": true,
           "items": {"type": "string"}, "description": "Names of metrics, such as total_sales"},
         "time_range": {"type": "string", "description": "The current period",
           "enum": ["yesterday", "last_7_days", "last_14_days", "last_30_days", "last_90_days"]}}}
      """;

  /** What it returns. Percentages are null if they would be divided by zero. */
  static final String OUTPUT =
      """
      {"type": "object", "required": ["period", "previous_period", "metrics"],
       "properties": {"period": {"type": "object"}, "previous_period": {"type": "object"},
         "metrics": {"type": "array", "items": {"type": "object",
           "required": ["name", "value", "previous", "delta", "delta_percent", "channels"],
           "properties": {"name": {"type": "string"}, "unit": {"type": "string"},
             "value": {"type": "number"}, "previous": {"type": "number"},
             "delta": {"type": "number"}, "delta_percent": {"type": ["number", "null"]},
             "moved_most": {"type": "string", "description": "The channel with the largest change"},
             "channels": {"type": "array", "items": {"type": "object",
               "required": ["channel", "value", "previous", "delta", "share_percent"],
               "properties": {"channel": {"type": "string"}, "value": {"type": "number"},
                 "previous": {"type": "number"}, "delta": {"type": "number"},
                 "share_percent": {"type": ["number", "null"]}}}}}}}}}
      """;

  private MetricChange() {}

  /**
   * Compares a metric with itself in the previous period. A metric or channel that one of the
   * periods does not have counts as zero there.
   */
  static ObjectNode of(Metric now, List<Metric> previous) {
    List<Metric> same = previous.stream().filter(m -> m.name().equals(now.name())).toList();
    BigDecimal before = same.isEmpty() ? BigDecimal.ZERO : same.get(0).value();
    ObjectNode change = change(now.value(), before).put("name", now.name()).put("unit", now.unit());
    change.put("delta_percent", percent(now.value().subtract(before), before));
    Map<String, BigDecimal> current = parts(List.of(now));
    Map<String, BigDecimal> former = parts(same);
    Map<String, BigDecimal> all = new LinkedHashMap<>(current);
    former.forEach((channel, value) -> all.putIfAbsent(channel, BigDecimal.ZERO));
    BigDecimal most = BigDecimal.ZERO;
    var channels = change.putArray("channels");
    for (Map.Entry<String, BigDecimal> one : all.entrySet()) {
      BigDecimal then = former.getOrDefault(one.getKey(), BigDecimal.ZERO);
      ObjectNode channel = change(one.getValue(), then).put("channel", one.getKey());
      channels.add(channel.put("share_percent", percent(one.getValue(), now.value())));
      BigDecimal moved = one.getValue().subtract(then).abs();
      if (moved.compareTo(most) > 0) {
        most = moved;
        change.put("moved_most", one.getKey());
      }
    }
    return change;
  }

  private static ObjectNode change(BigDecimal now, BigDecimal before) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    return change.put("value", now).put("previous", before).put("delta", now.subtract(before));
  }

  private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
  }

  private static Map<String, BigDecimal> parts(List<Metric> metrics) {
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      for (Part part : Objects.requireNonNullElse(metric.breakdown(), List.<Part>of())) {
        parts.merge(part.key(), part.value(), BigDecimal::add);
      }
    }
    return parts;
  }
}
