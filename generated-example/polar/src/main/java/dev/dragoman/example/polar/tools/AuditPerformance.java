package dev.dragoman.example.polar.tools;

import static dev.dragoman.example.polar.model.MetricsRequest.Breakdown.CHANNEL;
import static java.time.temporal.ChronoUnit.DAYS;

import dev.dragoman.example.polar.PolarClient;
import dev.dragoman.example.polar.model.Metric;
import dev.dragoman.example.polar.model.Metrics;
import dev.dragoman.example.polar.model.MetricsRequest;
import dev.dragoman.example.polar.model.TimeRange;
import dev.dragoman.example.polar.operations.MetricsOperations.GetMetrics;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.RequiredValue;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares metrics with the previous period of the same length, in total and by channel. */
final class AuditPerformance implements Tool {
  @Override
  public ToolDefinition definition() {
    return ToolDefinition.builder("audit_performance")
        .title("Audit performance")
        .description(
            "Compare metrics with the previous period: change, share of each channel, and which"
                + " channel moved most. The names of metrics come from get_context.")
        .input(MetricChange.INPUT)
        .output(MetricChange.OUTPUT)
        .scopedBy("analytics.read")
        .build();
  }

  @Override
  public ToolResult call(Arguments arguments, ToolContext context) {
    List<String> names = arguments.required("metric_names").asList(RequiredValue::asString);
    TimeRange range = arguments.required("time_range").asEnum(TimeRange.values());
    var api = context.client(PolarClient::new).metrics();
    var current = MetricsRequest.builder(names, range).breakdown(CHANNEL).build();
    Metrics now = api.getMetrics(new GetMetrics(current));
    LocalDate from = LocalDate.parse(now.period().from());
    LocalDate start = from.minusDays(DAYS.between(from, LocalDate.parse(now.period().to())) + 1);
    var previous = MetricsRequest.builder(names, TimeRange.CUSTOM).breakdown(CHANNEL);
    previous.dateFrom(start.toString()).dateTo(from.minusDays(1).toString());
    Metrics before = api.getMetrics(new GetMetrics(previous.build()));
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("period", now.period().json());
    result.set("previous_period", before.period().json());
    for (Metric metric : now.metrics()) {
      result.withArray("metrics").add(MetricChange.of(metric, before.metrics()));
    }
    return ToolResult.json(result);
  }
}
