package dev.dragoman.runtime.execute.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.client.ExchangeException.Kind;
import dev.dragoman.runtime.execute.client.proxy.Proxies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the failure of an exchange is called: it decides whether a call may be repeated. */
class ExchangeTest {
  private static final Route ROUTE = Route.to(URI.create("https://api.example"), Proxies.NONE);

  private final List<Integer> statuses = new ArrayList<>();
  private final long now = System.nanoTime();
  private final Exchange exchange =
      new Exchange(now + TimeUnit.HOURS.toNanos(1), statuses::add, ROUTE, false);

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("x"), Kind.UNREACHABLE, Kind.BROKEN),
        Arguments.of(new ConnectException("refused"), Kind.UNREACHABLE, Kind.BROKEN),
        Arguments.of(new SocketException("reset"), Kind.UNREACHABLE, Kind.BROKEN),
        Arguments.of(new IOException("closed"), Kind.UNREACHABLE, Kind.BROKEN),
        Arguments.of(new ProtocolException("no HTTP"), Kind.UNREACHABLE, Kind.BROKEN),
        Arguments.of(new SSLHandshakeException("cert"), Kind.INSECURE, Kind.INSECURE),
        Arguments.of(new SSLPeerUnverifiedException("name"), Kind.INSECURE, Kind.BROKEN),
        Arguments.of(new SSLException("record"), Kind.INSECURE, Kind.BROKEN),
        Arguments.of(
            new MessageConstraintException("long"), Kind.HEAD_TOO_LARGE, Kind.HEAD_TOO_LARGE),
        Arguments.of(new InterruptedException(), Kind.CANCELLED, Kind.CANCELLED),
        Arguments.of(new ClosedByInterruptException(), Kind.CANCELLED, Kind.CANCELLED),
        Arguments.of(new InterruptedIOException(), Kind.UNREACHABLE, Kind.BROKEN));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureBeforeAndAfterTheRequestWasSent(Exception cause, Kind before, Kind after) {
    ExchangeException unsent = exchange.failure(cause);
    assertThat(unsent.kind()).isEqualTo(before);
    assertThat(unsent.isSent()).isFalse();
    assertThat(unsent).hasCause(cause).hasMessage(before + " before the request was sent");
    exchange.sending();
    ExchangeException sent = exchange.failure(cause);
    assertThat(sent.kind()).isEqualTo(after);
    assertThat(sent.isSent()).isTrue();
    assertThat(sent).hasMessage(after + " after the request was sent");
  }

  /**
   * Closing the connection at the deadline breaks it: the deadline is the reason, not the break.
   */
  @ParameterizedTest
  @MethodSource("failures")
  void afterTheDeadlineEveryFailureIsTheDeadline(Exception cause, Kind before, Kind after) {
    exchange.stop();
    assertThat(exchange.failure(cause).kind()).isEqualTo(Kind.LATE);
  }

  @Test
  void anInterruptedThreadHasCancelledTheExchange() {
    Thread.currentThread().interrupt();
    assertThat(exchange.failure(new SocketException("closed")).kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void aKnownFailureStaysWhatItIs() {
    ExchangeException known = exchange.failure(new IOException());
    exchange.sending();
    exchange.stop();
    assertThat(exchange.failure(known)).isSameAs(known);
  }

  @Test
  void theDeadlineCanBeBroughtForward() {
    long end = now + TimeUnit.HOURS.toNanos(1);
    assertThat(exchange.isDue(end - 1)).isFalse();
    assertThat(exchange.isDue(end)).isTrue();
    exchange.stopAt(now);
    assertThat(exchange.isDue(now - 1)).isFalse();
    assertThat(exchange.isDue(now)).isTrue();
    assertThat(exchange.left()).as("of the exchange itself").isPositive();
    assertThat(new Exchange(now - 1, statuses::add, ROUTE, false).left()).isNegative();
  }

  /** {@link System#nanoTime} may overflow between two calls. */
  @Test
  void deadlinesWorkAcrossTheOverflowOfTheClock() {
    Exchange late = new Exchange(Long.MIN_VALUE + 10, statuses::add, ROUTE, false);
    assertThat(late.isDue(Long.MAX_VALUE)).isFalse();
    assertThat(late.isDue(Long.MIN_VALUE + 9)).isFalse();
    assertThat(late.isDue(Long.MIN_VALUE + 10)).isTrue();
  }

  /** A leased connection, of which only closing matters here. */
  @SuppressWarnings("deprecation") // HttpClient declares the method abstract nevertheless
  private static final class Connection extends ConnectionEndpoint {
    final List<CloseMode> closed = new ArrayList<>();

    @Override
    public ClassicHttpResponse execute(
        String id, ClassicHttpRequest request, HttpRequestExecutor executor, HttpContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {}

    @Override
    public void close(CloseMode mode) {
      closed.add(mode);
    }

    @Override
    public void close() {
      closed.add(CloseMode.GRACEFUL);
    }
  }

  @Test
  void stoppingClosesTheConnectionAtOnce() {
    Connection connection = new Connection();
    exchange.holds(connection);
    assertThat(connection.closed).isEmpty();
    exchange.stop();
    assertThat(connection.closed).containsExactly(CloseMode.IMMEDIATE);
    assertThat(exchange.isStopped()).isTrue();
  }

  @Test
  void aConnectionThatIsLeasedTooLateIsClosed() {
    exchange.stop();
    Connection connection = new Connection();
    exchange.holds(connection);
    assertThat(connection.closed).containsExactly(CloseMode.IMMEDIATE);
  }

  /** The next exchange may already use it. */
  @Test
  void aConnectionThatWasGivenBackIsNotClosed() {
    Connection connection = new Connection();
    exchange.holds(connection);
    exchange.letsGo();
    exchange.stop();
    assertThat(connection.closed).isEmpty();
  }

  @Test
  void theStatusIsPassedOn() {
    exchange.answered(200);
    assertThat(statuses).containsExactly(200);
  }

  private ResponseBody body(InputStream content) throws IOException {
    return new ResponseBody(exchange, new InputStreamEntity(content, 5, null));
  }

  private static InputStream failingAfter(int bytes) {
    return new InputStream() {
      private int left = bytes;

      @Override
      public int read() throws IOException {
        if (left-- <= 0) {
          throw new SocketException("reset");
        }
        return 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        target[offset] = (byte) read();
        return 1;
      }
    };
  }

  @Test
  void aBodyIsReadToItsEnd() throws IOException {
    ResponseBody body = body(new ByteArrayInputStream(new byte[] {1, (byte) 0xFF}));
    assertThat(body.declaredLength()).isEqualTo(5);
    assertThat(body.available()).isEqualTo(1);
    assertThat(body.read()).isEqualTo(1);
    assertThat(body.read()).isEqualTo(255);
    assertThat(body.isAtEnd()).as("not known yet").isFalse();
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.isAtEnd()).isTrue();
    assertThat(body.isCut()).isFalse();
    assertThat(body.available()).isZero();
  }

  @Test
  void aResponseWithoutContentIsAtItsEnd() throws IOException {
    ResponseBody body = new ResponseBody(exchange, null);
    assertThat(body.declaredLength()).isZero();
    assertThat(body.readAllBytes()).isEmpty();
    assertThat(body.isAtEnd()).isTrue();
  }

  /** A decoder may swallow a failure and read on: it gets the same one, never an end. */
  @Test
  void aFailureIsRepeatedByEveryRead() throws IOException {
    exchange.sending();
    ResponseBody body = body(failingAfter(1));
    assertThat(body.read()).isEqualTo(255);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(body::read)
          .isInstanceOf(ExchangeException.class)
          .hasMessage("BROKEN after the request was sent");
    }
    assertThat(body.isAtEnd()).isFalse();
    assertThat(body.available()).isZero();
  }

  @Test
  void aStreamThatIsCutEndsWithoutAFailure() throws IOException {
    ResponseBody body = body(failingAfter(1));
    body.cutAt(now);
    assertThat(exchange.isDue(now)).isTrue();
    assertThat(body.read()).isEqualTo(255);
    exchange.stop();
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.isCut()).isTrue();
    assertThat(body.isAtEnd()).as("the rest is missing").isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyTheCutExcusesAFailure(boolean stopped) throws IOException {
    ResponseBody body = body(failingAfter(0));
    if (stopped) {
      exchange.stop();
    } else {
      body.cutAt(now);
    }
    assertThatThrownBy(body::read).isInstanceOf(ExchangeException.class);
    assertThat(body.isCut()).isFalse();
  }
}
