package dev.dragoman.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import dev.dragoman.runtime.execute.shape.ShapedResponse;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;

/** From the bytes of a response to the text for the model. */
@State(Scope.Benchmark)
public class ResponseShaping {
  private final ResponseShaper shaper = new ResponseShaper();
  private final ApiResponse one = of(Samples.response());
  private final ApiResponse page = of(Samples.page(25));
  private final ApiResponse trimmed = of(Samples.page(500));

  private static ApiResponse of(JsonNode body) {
    return new ApiResponse(
        200,
        List.of(
            new Pair("content-type", "application/json"),
            new Pair("date", "Fri, 27 Nov 2026 13:00:00 GMT"),
            new Pair("x-request-id", "0123456789abcdef"),
            new Pair("x-ratelimit-remaining", "4999")),
        Optional.of("application/json"),
        new ApiResponse.Bytes(body.toString().getBytes(UTF_8)));
  }

  /** Fails unless the last response only is trimmed. */
  @Setup
  public void check() {
    Expected.that(!one().json().has("notice"), one());
    Expected.that(!page().json().has("notice"), page());
    Expected.that(trimmed().json().has("notice"), trimmed());
  }

  /** A kilobyte and a half. */
  @Benchmark
  public ShapedResponse one() {
    return shaper.shape(one);
  }

  /** Some thirty kilobytes, which are shown completely. */
  @Benchmark
  public ShapedResponse page() {
    return shaper.shape(page);
  }

  /** More than half a megabyte, of which a tenth is shown. */
  @Benchmark
  public ShapedResponse trimmed() {
    return shaper.shape(trimmed);
  }
}
