package dev.dragoman.runtime.tool.searchlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.tool.searchlog.SearchPairs.Pair;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a search log are pairs, and which of their words count. */
class SearchPairsTest {
  private static final String THIRTY = "abcdefghijklmnopqrstuvwxyzabcd";

  @TempDir private Path folder;

  private SearchPairs read(String... lines) throws IOException {
    Path file = folder.resolve("searches.jsonl");
    return SearchPairs.read(Files.writeString(file, String.join("\n", lines)));
  }

  /** The words and the operation of the only pair, or that the line is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"day":"2026-01-31","words":["return","money"],"operation":"refunds_create"} | [return, money] refunds_create
          {"words":["money"],"operation":"a b"}                 | [money] a b
          {"words":["größe","цена","値段"],"operation":"a"}     | [größe, цена, 値段] a
          {"words":["money","a","x1","no-go","",7,null,["b"]],"operation":"a"} | [money] a
          {"words":["money","money"],"operation":"a"}           | [money, money] a
          {"words":["THIRTY","THIRTYx"],"operation":"a"}        | [THIRTY] a
          {"words":["ab","cd","ef","gh","ij","kl","mn","op","qr","st","uv","wx","yz"],"operation":"a"} | [ab, cd, ef, gh, ij, kl, mn, op, qr, st, uv, wx] a
          {"words":[],"operation":"a"}                          | none
          {"words":["x"],"operation":"a"}                       | none
          {"words":["money"],"operation":""}                    | none
          {"words":["money"]}                                   | none
          {"operation":"a"}                                     | none
          {"words":"money","operation":"a"}                     | none
          ["money"]                                             | none
          "money"                                               | none
          {"words":["money"],"operation":"a"                    | none
          {"words":["money"],"operation":"a"}}                  | none
          money                                                 | none
          """)
  void lines(String line, String expected) throws IOException {
    SearchPairs read = read(line.replace("THIRTY", THIRTY));
    if (expected.endsWith("none")) {
      assertThat(read).isEqualTo(new SearchPairs(List.of(), 1));
    } else {
      assertThat(read.invalid()).isZero();
      Pair pair = read.pairs().get(0);
      assertThat(pair.words() + " " + pair.operation())
          .isEqualTo(expected.replace("THIRTY", THIRTY));
    }
  }

  @Test
  void pairsKeepTheirOrderAndOtherLinesAreCounted() throws IOException {
    SearchPairs read =
        read(
            "{\"words\":[\"second\"],\"operation\":\"b\"}",
            "",
            "  ",
            "broken",
            "{\"words\":[\"first\"],\"operation\":\"a\"}",
            "{\"words\":[\"second\"],\"operation\":\"b\"}",
            "");
    assertThat(read)
        .isEqualTo(
            new SearchPairs(
                List.of(
                    new Pair(List.of("second"), "b"),
                    new Pair(List.of("first"), "a"),
                    new Pair(List.of("second"), "b")),
                1));
  }

  @Test
  void anEmptyFileHasNoPairs() throws IOException {
    assertThat(read("")).isEqualTo(new SearchPairs(List.of(), 0));
  }

  @Test
  void aLineThatIsTooLongIsNotRead() throws IOException {
    String line = "{\"words\":[\"money\"],\"operation\":\"a\"}";
    assertThat(read(line + " ".repeat(4_000 - line.length())).pairs()).hasSize(1);
    assertThat(read(line + " ".repeat(4_001 - line.length())))
        .isEqualTo(new SearchPairs(List.of(), 1));
  }

  /** The last line of a server that was killed may end inside of a character. */
  @Test
  void aLineThatIsNotTextIsOneThatIsNoPair() throws IOException {
    Path file = folder.resolve("torn.jsonl");
    byte[] torn = "{\"words\":[\"größ".getBytes(StandardCharsets.UTF_8);
    byte[] good =
        "\n{\"words\":[\"money\"],\"operation\":\"a\"}\n".getBytes(StandardCharsets.UTF_8);
    Files.write(file, Arrays.copyOf(torn, torn.length - 1));
    Files.write(file, good, StandardOpenOption.APPEND);
    assertThat(SearchPairs.read(file))
        .isEqualTo(new SearchPairs(List.of(new Pair(List.of("money"), "a")), 1));
  }

  @Test
  void whatAServerWritesIsRead() throws IOException {
    Path file = folder.resolve("own.jsonl");
    List<String> words = QueryWords.of("how do I give a customer their money back");
    SearchLogFile log = new SearchLogFile(file);
    log.append(LocalDate.of(2026, 1, 31), words, "refunds_create");
    log.append(LocalDate.of(2026, 2, 1), List.of("größe"), "sizes_list");
    assertThat(SearchPairs.read(file))
        .isEqualTo(
            new SearchPairs(
                List.of(
                    new Pair(words, "refunds_create"), new Pair(List.of("größe"), "sizes_list")),
                0));
  }

  @Test
  void aFileThatIsTooLargeOrMissingIsAnError() throws IOException {
    Path file = folder.resolve("large.jsonl");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(SearchPairs.MOST_BYTES + 1);
    }
    assertThatThrownBy(() -> SearchPairs.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("it has more than 16 MB");
    assertThatThrownBy(() -> SearchPairs.read(folder.resolve("missing.jsonl")))
        .isInstanceOf(IOException.class);
  }
}
