package dev.dragoman.runtime.execute.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of a response head, and whether an idle connection can be used once more. */
class SocketInputTest {
  private static final int MOST = HeadLimits.MAX_BYTES + HeadLimits.BUFFER_BYTES;

  private SocketChannel client;
  private SocketChannel server;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = SocketChannel.open(listening.getLocalAddress());
      server = listening.accept();
    }
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  private SocketInput reading(int bytes) {
    return new SocketInput(new ByteArrayInputStream(new byte[bytes]), client, false);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void theBytesOfAHeadAreLimited(int more, boolean fits) throws IOException {
    SocketInput input = reading(MOST + more);
    input.beginHead();
    if (fits) {
      assertThat(input.readNBytes(MOST)).hasSize(MOST);
    } else {
      assertThatThrownBy(() -> input.readNBytes(MOST + 1))
          .isInstanceOf(MessageConstraintException.class)
          .hasMessage("the head of the response is too large");
    }
  }

  @Test
  void theContentIsNotLimited() throws IOException {
    SocketInput input = reading(3 * MOST);
    input.beginHead();
    assertThat(input.read()).isZero();
    input.endHead();
    assertThat(input.readAllBytes()).hasSize(3 * MOST - 1);
  }

  @Test
  void eachHeadHasItsOwnLimit() throws IOException {
    SocketInput input = reading(3 * MOST + 1);
    for (int i = 0; i < 3; i++) {
      input.beginHead();
      assertThat(input.readNBytes(MOST)).hasSize(MOST);
      input.endHead();
    }
  }

  /** The parser takes the end of the connection for the end of the head. */
  @Test
  void aHeadThatEndsWithTheConnectionIsIncomplete() throws IOException {
    SocketInput input = reading(5);
    input.beginHead();
    input.readAllBytes();
    assertThatThrownBy(input::endHead)
        .isInstanceOf(ConnectionClosedException.class)
        .hasMessageContaining("inside the head");
    input.beginHead();
    input.endHead();
  }

  private boolean isUsable(SocketInput input) throws IOException {
    input.probe(true);
    try {
      return input.read(new byte[10], 0, 10) >= 0;
    } catch (SocketTimeoutException nothing) {
      return true;
    } finally {
      input.probe(false);
    }
  }

  private SocketInput onSocket(boolean secure, InputStream decrypted) {
    return new SocketInput(decrypted, client, secure);
  }

  @Test
  void aQuietConnectionIsUsable() throws IOException {
    SocketInput input = onSocket(false, InputStream.nullInputStream());
    assertThat(isUsable(input)).isTrue();
    assertThat(isUsable(input)).as("however often one looks").isTrue();
    assertThat(client.isBlocking()).as("for the next read").isTrue();
  }

  @Test
  void aConnectionThatTheServerHasClosedIsNot() throws Exception {
    server.close();
    SocketInput input = onSocket(false, InputStream.nullInputStream());
    Await.until(
        "the end arrives",
        () -> {
          try {
            return !isUsable(input);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(client.isBlocking()).isTrue();
  }

  /** Bytes that nobody asked for would become the answer to the next request. */
  @Test
  void aConnectionWithUnexpectedBytesIsNot() throws Exception {
    server.write(ByteBuffer.wrap(new byte[] {1}));
    SocketInput input = onSocket(false, InputStream.nullInputStream());
    Await.until(
        "the byte arrives",
        () -> {
          try {
            return !isUsable(input);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void decryptedBytesThatWaitCountOnlyWithTls(boolean secure, boolean usable) throws IOException {
    SocketInput input = onSocket(secure, new ByteArrayInputStream(new byte[] {1}));
    assertThat(isUsable(input)).isEqualTo(usable);
  }
}
