package dev.dragoman.runtime.execute.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.UpstreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content codings (RFC 9110, section 8.4), and the blocks in which a body is collected. */
class ContentDecoderTest {
  private static final byte[] TEXT = "größe ".repeat(500).getBytes(StandardCharsets.UTF_8);

  private interface Encoder {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] encoded(byte[] content, Encoder encoder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = encoder.over(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] encoded(String coding, byte[] content) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> encoded(content, GZIPOutputStream::new);
      case "deflate" -> encoded(content, DeflaterOutputStream::new);
      case "raw" ->
          encoded(
              content,
              out -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true)));
      default -> throw new IllegalArgumentException(coding);
    };
  }

  private static byte[] decoded(byte[] content, String... codings) throws IOException {
    try (InputStream in =
        ContentDecoder.decoded(new ByteArrayInputStream(content), List.of(codings))) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "x-gzip, x-gzip", "deflate, deflate", "raw, deflate"})
  void supportedCodings(String sent, String coding) throws IOException {
    assertThat(decoded(encoded(sent, TEXT), coding)).isEqualTo(TEXT);
    assertThat(decoded(encoded(sent, new byte[0]), coding)).isEmpty();
    assertThat(decoded(encoded(sent, new byte[] {1}), coding)).containsExactly(1);
  }

  @Test
  void codingsAreRemovedFromTheLastToTheFirst() throws IOException {
    byte[] both = encoded("gzip", encoded("deflate", TEXT));
    assertThat(decoded(both, "deflate", "gzip")).isEqualTo(TEXT);
    assertThatThrownBy(() -> decoded(both, "gzip", "deflate")).isInstanceOf(IOException.class);
  }

  @Test
  void severalMembersAreOneBody() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(encoded("gzip", new byte[] {1}));
    members.writeBytes(encoded("gzip", new byte[] {2}));
    assertThat(decoded(members.toByteArray(), "gzip")).containsExactly(1, 2);
  }

  @Test
  void withoutACodingTheBodyIsAsItIs() throws IOException {
    assertThat(decoded(TEXT)).isEqualTo(TEXT);
  }

  /** Responses to HEAD, and some errors, declare a coding for content that they do not have. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void emptyContentIsNotDecoded(String coding) throws IOException {
    assertThat(decoded(new byte[0], coding)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "compress", "dcb"})
  void aCodingThatWasNotRequestedIsNamed(String coding) {
    assertThatThrownBy(() -> decoded(TEXT, coding))
        .isInstanceOf(UpstreamException.class)
        .hasMessage(
            "The API's response has a content coding that was not requested: " + coding + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate"})
  void contentThatIsNotEncodedIsAnError(String coding) {
    assertThatThrownBy(() -> decoded("{\"a\": 1}".getBytes(StandardCharsets.UTF_8), coding))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw"})
  void truncatedContentIsAnError(String sent) throws IOException {
    byte[] whole = encoded(sent, TEXT);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    String coding = sent.equals("raw") ? "deflate" : sent;
    assertThatThrownBy(() -> decoded(half, coding)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip",
    "GZIP, gzip",
    "' gzip ', gzip",
    "identity, ''",
    "none, ''",
    "UTF-8, ''",
    "'', ''",
    "br, br",
    "gzip|identity|deflate, gzip|deflate",
    "gzip|gzip|gzip, gzip|gzip|gzip"
  })
  void codingsOfAHeader(String values, String codings) {
    assertThat(String.join("|", ContentDecoder.codings(List.of(values.split("\\|", -1)))))
        .isEqualTo(codings);
  }

  @Test
  void fourCodingsAreAnAttack() {
    assertThatThrownBy(() -> ContentDecoder.codings(List.of("gzip", "gzip", "deflate", "gzip")))
        .isInstanceOf(UpstreamException.class)
        .hasMessage("The API's response is compressed more than three times.");
  }

  private static final int HEAP = 512 * 1024 * 1024;

  private static ByteBlocks filled(int most, long expected, byte[] content, int piece)
      throws IOException {
    ResponseMemory memory = new ResponseMemory(1_000_000, HEAP);
    ByteBlocks blocks = new ByteBlocks(most, expected, memory.share());
    InputStream in =
        new ByteArrayInputStream(content) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(piece, length));
          }
        };
    while (blocks.readFrom(in)) {
      assertThat(blocks.length()).isLessThanOrEqualTo(most);
    }
    return blocks;
  }

  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  /** Whatever the declared length is, true or false, and however the bytes arrive. */
  @ParameterizedTest
  @CsvSource({
    "0, -1",
    "0, 0",
    "0, 10",
    "1, -1",
    "1, 1",
    "1, 100000",
    "8191, -1",
    "8192, -1",
    "8193, -1",
    "65535, 65535",
    "65536, 65536",
    "65537, 65537",
    "65536, -1",
    "65537, -1",
    "200000, -1",
    "200000, 200000",
    "70000, 200000",
    "65536, 200000",
    "10, 65536"
  })
  void bytesComeBackAsTheyArrived(int length, long expected) throws IOException {
    byte[] content = counting(length);
    for (int piece : new int[] {1_000, 7_777, 1_000_000}) {
      ByteBlocks blocks = filled(1_000_000, expected, content, piece);
      assertThat(blocks.length()).isEqualTo(length);
      assertThat(blocks.join()).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, -1, 100", "100, 1000, 100", "100, 40, 40", "8192, -1, 8192", "8193, -1, 8193"})
  void collectingStopsAtTheLimitOrTheDeclaredLength(int most, long expected, int collected)
      throws IOException {
    ByteBlocks blocks = filled(most, expected, counting(20_000), 64);
    assertThat(blocks.length()).isEqualTo(collected);
    assertThat(blocks.join()).isEqualTo(counting(collected));
  }

  /** A server that declares 10 MB and sends a line must not cost 10 MB. */
  @Test
  void aDeclarationAloneTakesNoMemory() throws IOException {
    ResponseMemory memory = new ResponseMemory(1_000, 8L * 100_000);
    ByteBlocks blocks = new ByteBlocks(50_000_000, 50_000_000, memory.share());
    assertThat(blocks.readFrom(new ByteArrayInputStream(new byte[10]))).isTrue();
    assertThat(blocks.join()).hasSize(10);
  }

  @Test
  void memoryIsTakenBeforeItIsUsed() {
    ResponseMemory memory = new ResponseMemory(1_000, 8L * 100_000);
    ByteBlocks blocks = new ByteBlocks(50_000_000, 50_000_000, memory.share());
    InputStream endless = new ByteArrayInputStream(new byte[1_000_000]);
    assertThatThrownBy(
            () -> {
              while (blocks.readFrom(endless)) {
                assertThat(blocks.length()).isLessThanOrEqualTo(64 * 1024);
              }
            })
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("no memory left for another long response");
  }
}
