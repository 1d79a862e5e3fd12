package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the reading of a body ends: once, and with the status that tells the client what to do. */
class BodyReaderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(7);
  private static final int MOST = 10;

  private final ByteBudget budget = new ByteBudget(2 * MOST);
  private final List<String> bodies = new ArrayList<>();
  private final List<Integer> refusals = new ArrayList<>();
  private final RecordedExchange exchange = new RecordedExchange("POST", "/mcp");

  private BodyReader reader() {
    return new BodyReader(
        exchange,
        MOST,
        budget.share("a"),
        body -> bodies.add(new String(body, StandardCharsets.UTF_8)),
        refusals::add);
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.wrap("x".repeat(count).getBytes(StandardCharsets.UTF_8));
  }

  private boolean allMemoryIsFree() {
    ByteBudget.Share other = budget.share("b");
    boolean free = other.take(2 * MOST);
    other.close();
    return free;
  }

  @Test
  void aBodyIsHandedOverAsAWhole() {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.take(bytes(4));
    reader.take(bytes(6));
    assertThat(bodies).isEmpty();
    reader.complete();
    assertThat(bodies).containsExactly("xxxxxxxxxx");
    assertThat(refusals).isEmpty();
    assertThat(reader.isOpen()).isFalse();
    assertThat(exchange.running()).as("the deadline is off").isEmpty();
    assertThat(allMemoryIsFree()).isTrue();
  }

  @Test
  void anEmptyBodyIsABody() {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.complete();
    assertThat(bodies).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "10, true", "11, false", "9223372036854775807, false"})
  void aBodyThatIsDeclaredTooLongIsNotRead(long declared, boolean read) {
    exchange.declaring(declared);
    reader().start(TIMEOUT);
    assertThat(exchange.receiver != null).isEqualTo(read);
    assertThat(refusals).isEqualTo(read ? List.of() : List.of(413));
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false"})
  void aBodyThatBecomesTooLongIsRefused(int length, boolean accepted) {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.take(bytes(8));
    reader.take(bytes(length - 8));
    assertThat(reader.isOpen()).isEqualTo(accepted);
    assertThat(refusals).isEqualTo(accepted ? List.of() : List.of(413));
    assertThat(allMemoryIsFree()).isNotEqualTo(accepted);
  }

  @Test
  void withoutMemoryTheClientIsToldToRetry() {
    assertThat(budget.share("b").take(MOST)).isTrue();
    assertThat(budget.share("c").take(MOST)).isTrue();
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.take(bytes(1));
    assertThat(refusals).containsExactly(503);
    assertThat(reader.isOpen()).isFalse();
  }

  @Test
  void withoutAThreadTheClientIsToldToRetry() {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.take(bytes(3));
    reader.overload();
    assertThat(refusals).containsExactly(503);
    assertThat(allMemoryIsFree()).isTrue();
  }

  @Test
  void aBodyThatDoesNotArriveInTimeIsGivenUp() {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    assertThat(exchange.timers).hasSize(1);
    assertThat(exchange.timers.get(0).delay).isEqualTo(TIMEOUT);
    reader.take(bytes(3));
    exchange.timers.get(0).task.run();
    assertThat(refusals).containsExactly(408);
    assertThat(exchange.events).containsExactly("stopReceiving TimeoutException");
    assertThat(allMemoryIsFree()).isTrue();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IOException("early end"), 400),
        Arguments.of(new IllegalStateException("bad chunk"), 400),
        Arguments.of(new TimeoutException(), 408),
        Arguments.of(new SocketTimeoutException(), 408),
        Arguments.of(new IOException(new TimeoutException()), 408),
        Arguments.of(new IOException(new RuntimeException(new SocketTimeoutException())), 408),
        Arguments.of(new IOException(new IOException("closed")), 400));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsTheClientsUnlessTimeWasUp(Throwable failure, int status) {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.fail(failure);
    assertThat(refusals).containsExactly(status);
    assertThat(exchange.running()).isEmpty();
  }

  /** The body, a failure and the deadline may race: the first one counts. */
  @Test
  void onlyTheFirstEndCounts() {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.fail(new IOException());
    reader.fail(new TimeoutException());
    reader.overload();
    reader.complete();
    exchange.timers.get(0).task.run();
    assertThat(refusals).containsExactly(400);
    assertThat(bodies).isEmpty();
  }

  @Test
  void aCompleteBodyCannotBeRefusedAnyMore() {
    BodyReader reader = reader();
    reader.start(TIMEOUT);
    reader.complete();
    reader.complete();
    exchange.timers.get(0).task.run();
    reader.fail(new IOException());
    assertThat(bodies).hasSize(1);
    assertThat(refusals).isEmpty();
  }

  @Test
  void memoryIsFreedIfProcessingFails() {
    BodyReader reader =
        new BodyReader(
            exchange,
            MOST,
            budget.share("a"),
            body -> {
              throw new IllegalStateException("broken");
            },
            refusals::add);
    reader.start(TIMEOUT);
    reader.take(bytes(5));
    assertThatThrownBy(reader::complete).hasMessage("broken");
    assertThat(allMemoryIsFree()).isTrue();
    assertThat(refusals).isEmpty();
  }
}
