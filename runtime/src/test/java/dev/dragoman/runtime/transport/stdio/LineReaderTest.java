package dev.dragoman.runtime.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of bounded length, whatever the pieces in which they arrive. */
class LineReaderTest {
  private static final int MOST = 5;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The lines of an input; one that is too long is a question mark. */
  private static List<String> lines(InputStream in, int most) throws IOException {
    LineReader reader = new LineReader(in, most);
    List<String> lines = new ArrayList<>();
    LineReader.Found found = reader.next();
    while (found != LineReader.Found.END) {
      lines.add(
          found == LineReader.Found.LINE ? new String(reader.line(), StandardCharsets.UTF_8) : "?");
      found = reader.next();
    }
    assertThat(reader.next()).as("it stays at the end").isEqualTo(LineReader.Found.END);
    return lines;
  }

  /** An input that hands out a few bytes at a time. */
  private static InputStream pieces(String text, int size) {
    return new ByteArrayInputStream(bytes(text)) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(size, length));
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                ''",
        "a;                 a",
        "'a\n';             a",
        "'a\nb';            a|b",
        "'a\nb\n';          a|b",
        "'\n';              ''",
        "'\n\na\n';         ||a",
        "'a\r\nb\r\n';      'a\r|b\r'",
        "'12345\n1\n';      12345|1",
        "'123456\n1\n';     ?|1",
        "'123456';          ?",
        "'1234567890\n\n';  ?|",
        "'äé\n';            äé",
        "'äéx\n';           äéx",
        "'äéö\n';           ?",
        "'a\u0085b\n';      'a\u0085b'",
        "'a\u2028\n1\n';    'a\u2028|1'"
      })
  void linesOfAtMostFiveBytes(String text, String lines) throws IOException {
    List<String> expected = text.isEmpty() ? List.of() : List.of(lines.split("\\|", -1));
    for (int size = 1; size <= 4; size++) {
      assertThat(lines(pieces(text, size), MOST)).as("pieces of " + size).isEqualTo(expected);
    }
    assertThat(lines(new ByteArrayInputStream(bytes(text)), MOST)).isEqualTo(expected);
  }

  /** Longer than the buffer of the reader, and across its ends. */
  @ParameterizedTest
  @ValueSource(ints = {16_383, 16_384, 16_385, 40_000})
  void longLines(int length) throws IOException {
    String text = "x".repeat(length) + "\n" + "y".repeat(length) + "\nz";
    InputStream in = new ByteArrayInputStream(bytes(text));
    assertThat(lines(in, length)).containsExactly("x".repeat(length), "y".repeat(length), "z");
    assertThat(lines(new ByteArrayInputStream(bytes(text)), length - 1))
        .containsExactly("?", "?", "z");
  }

  @Test
  void aLineThatIsTooLongIsNotKept() throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(bytes("x".repeat(1_000_000) + "\n1\n")), 10);
    assertThat(reader.next()).isEqualTo(LineReader.Found.LONG_LINE);
    assertThat(reader.line().length).isLessThanOrEqualTo(10);
    assertThat(reader.next()).isEqualTo(LineReader.Found.LINE);
    assertThat(reader.line()).isEqualTo(bytes("1"));
  }

  @Test
  void aFailureOfTheInputIsTheCallers() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    assertThatThrownBy(() -> new LineReader(broken, 5).next())
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void eachLineIsWrittenWithItsEndAndFlushed() {
    List<String> flushed = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushed.add(toString(StandardCharsets.UTF_8));
          }
        };
    LineWriter writer = new LineWriter(out);
    writer.write(bytes("a"));
    writer.write(bytes(""));
    writer.write(bytes("ä"));
    assertThat(flushed).containsExactly("a\n", "a\n\n", "a\n\nä\n");
  }

  @Test
  void nothingIsWrittenAfterClosing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LineWriter writer = new LineWriter(out);
    writer.write(bytes("a"));
    writer.close();
    writer.write(bytes("b"));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\n");
  }

  /** The rest of a line would be taken for the beginning of the next. */
  @Test
  void afterAFailureNothingIsTriedAgain() {
    List<Integer> tries = new ArrayList<>();
    LineWriter writer =
        new LineWriter(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                tries.add(b);
                throw new IOException("gone");
              }
            });
    writer.write(bytes("a"));
    writer.write(bytes("b"));
    assertThat(tries).containsExactly((int) 'a');
  }
}
