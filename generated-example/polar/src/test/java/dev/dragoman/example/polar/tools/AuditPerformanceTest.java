package dev.dragoman.example.polar.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.example.polar.PolarApi;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.testing.ToolTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tool by itself, with the testing artifact. */
class AuditPerformanceTest {
  private static final String WEEK =
      "{\"metric_names\": [\"total_sales\"], \"time_range\": \"last_7_days\"}";

  @Test
  void itsResultsMatchItsOutputSchema() {
    try (PolarUpstream api = new PolarUpstream();
        ToolTester tester =
            ToolTester.start(
                PolarApi.DEFINITION, new AuditPerformance(), "--base-url", api.url())) {
      JsonNode audit = tester.call(WEEK);
      assertThat(audit.at("/metrics/0/moved_most").asString()).isEqualTo("Email");
      assertThat(api.requests()).hasSize(2).allMatch(sent -> sent.contains("Bearer test-key"));
      JsonNode failure = tester.failure(WEEK.replace("total_sales", "limited"));
      assertThat(failure.path("status").intValue()).isEqualTo(429);
      assertThat(tester.failure("{}").at("/errors/0/pointer").asString())
          .isEqualTo("#/metric_names");
      assertThatThrownBy(() -> tester.call("{}")).isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> tester.failure(WEEK)).isInstanceOf(AssertionError.class);
    }
  }

  /** The tool with one result. */
  private record Returning(ToolResult result) implements Tool {
    @Override
    public ToolDefinition definition() {
      return new AuditPerformance().definition();
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
      return result;
    }
  }

  @Test
  void aResultThatDoesNotMatchFailsTheTest() {
    for (ToolResult result :
        List.of(
            ToolResult.text("words"),
            json("{}"),
            json("{\"period\": {}, \"previous_period\": {}, \"metrics\": [{}]}"),
            json("{\"period\": {}, \"previous_period\": {}, \"metrics\": {}}"))) {
      for (String flag : List.of("--mock", "--base-url=http://127.0.0.1:9")) {
        try (ToolTester tester =
            ToolTester.start(PolarApi.DEFINITION, new Returning(result), flag)) {
          assertThatThrownBy(() -> tester.call(WEEK))
              .isInstanceOf(AssertionError.class)
              .hasMessageContaining("audit_performance")
              .hasMessageContaining("output schema");
          assertThatThrownBy(() -> tester.failure(WEEK)).hasMessageContaining("output schema");
        }
      }
    }
  }

  private static ToolResult json(String text) {
    return ToolResult.json(JsonMapper.shared().readTree(text));
  }
}
