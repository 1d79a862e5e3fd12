package dev.dragoman.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.benchmarks.measure.Resources;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;

class MicroTest {

  /** JMH finds benchmarks in a list that its annotation processor writes. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        RequestReading.class,
        ArgumentValidation.class,
        CallPreparing.class,
        ResponseShaping.class,
        Searching.class,
        WholeCalls.class
      })
  void everyBenchmarkIsListed(Class<?> benchmarks) {
    String list = Resources.text(MicroTest.class, "/META-INF/BenchmarkList");
    List<String> methods =
        Arrays.stream(benchmarks.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .map(Method::getName)
            .toList();
    assertThat(methods).hasSizeGreaterThanOrEqualTo(3);
    assertThat(list.lines().filter(line -> line.contains("." + benchmarks.getSimpleName() + " ")))
        .hasSize(methods.size());
  }

  @Test
  void theStepsWithoutAServerDoWhatTheyAreMeantTo() {
    assertThatCode(() -> new RequestReading().check()).doesNotThrowAnyException();
    assertThatCode(() -> new ResponseShaping().check()).doesNotThrowAnyException();
  }

  @Test
  void anUnexpectedResultIsNotMeasured() {
    assertThatThrownBy(() -> Expected.that(false, "isError"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("isError");
  }

  @Test
  void theMessagesAreCalls() {
    Stream.of(
            Samples.readMessage(),
            Samples.createMessage(),
            Samples.longMessage(3),
            Samples.searchMessage(List.of("one")),
            Samples.searchMessage(List.of("one", "two")))
        .map(MessageReader::read)
        .forEach(
            message ->
                assertThat(message)
                    .isInstanceOfSatisfying(
                        IncomingMessage.Request.class,
                        request -> assertThat(request.method()).isEqualTo("tools/call")));
  }

  @Test
  void theSamplesHaveTheirSizes() {
    assertThat(Samples.createBody().toString().length()).isBetween(400, 600);
    assertThat(Samples.response().toString().length()).isBetween(1_000, 1_500);
    assertThat(Samples.page(25).toString().length()).isBetween(25_000, 40_000);
    assertThat(Samples.longMessage(500).length).isBetween(200_000, 300_000);
  }
}
