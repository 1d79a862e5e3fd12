package dev.dragoman.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.rank.Hit;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index as bytes, and what is no query. */
class SearchIndexTest {
  private final SmallApi api = SmallApi.library();
  private final byte[] bytes = SearchIndexWriter.write(api.operations());

  private static List<Hit> search(SearchIndex index, String query) {
    return index.search(query, ordinal -> true, 10);
  }

  @Test
  void theSameOperationsGiveTheSameBytes() {
    assertThat(SearchIndexWriter.write(SmallApi.library().operations())).isEqualTo(bytes);
  }

  @Test
  void readsAnyKindOfBuffer() {
    List<Hit> expected = search(SearchIndex.read(ByteBuffer.wrap(bytes)), "list books");
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    ByteBuffer inside = ByteBuffer.allocate(bytes.length + 10).position(7).put(bytes);
    inside.limit(7 + bytes.length).position(7);
    assertThat(search(SearchIndex.read(direct.asReadOnlyBuffer()), "list books"))
        .isEqualTo(expected);
    assertThat(search(SearchIndex.read(inside), "list books")).isEqualTo(expected);
    assertThat(SearchIndex.read(inside).size()).isEqualTo(api.operations().size());
  }

  @Test
  void aProducerMustBeAnOperation() {
    SmallApi wrong = new SmallApi();
    wrong.add("GET", "/books/{book}", "Get a book", 1);
    assertThatThrownBy(() -> SearchIndexWriter.write(wrong.operations()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anApiOfNothing() {
    SearchIndex index = SearchIndex.read(ByteBuffer.wrap(SearchIndexWriter.write(List.of())));
    assertThat(index.size()).isZero();
    assertThat(search(index, "anything")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n",
        "!?;,.",
        "the of and",
        "\u0000\u0001\u001b[2J",
        "xyzzy plugh",
        "42"
      })
  void whatNamesNothingFindsNothing(String query) {
    assertThat(search(SearchIndex.read(ByteBuffer.wrap(bytes)), query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "book, ",
        "list books. then ",
        "a",
        "bookbook",
        "\"",
        "' '",
        "@",
        "list all books and ",
        "\uD83D",
        "e\u0301",
        "{[(\\"
      })
  void muchOfAnythingIsAnsweredSoon(String unit) {
    SearchIndex index = SearchIndex.read(ByteBuffer.wrap(bytes));
    String query = unit.repeat(100_000 / unit.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(search(index, query)).hasSizeLessThan(11));
  }

  @Test
  void aWordOfManyPossiblePartsIsAnsweredSoon() {
    SmallApi sounds = new SmallApi();
    IntStream.rangeClosed(3, 20).forEach(i -> sounds.add("GET", "/" + "a".repeat(i), ""));
    String query = ("a".repeat(39) + "b ").repeat(90);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(sounds.search(query)).isEmpty());
  }

  @Test
  void anyChangedByteIsNoticed() {
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertRefused(damaged);
    }
  }

  @Test
  void anyMissingOrAddedByteIsNoticed() {
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(Arrays.copyOf(bytes, length));
    }
    assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
  }

  private static void assertRefused(byte[] damaged) {
    assertThatThrownBy(() -> SearchIndex.read(ByteBuffer.wrap(damaged)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The search index cannot be read: ")
        .hasMessageEndingWith("; rebuild the server.");
  }

  @Test
  void forgedSizesAreRefusedOrHarmless() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] forged = bytes.clone();
      forged[12 + random.nextInt(16)] = (byte) random.nextInt();
      CRC32 crc = new CRC32();
      crc.update(forged, 12, forged.length - 12);
      ByteBuffer buffer = ByteBuffer.wrap(forged).putInt(8, (int) crc.getValue());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () ->
              assertThatCode(() -> SearchIndex.read(buffer))
                  .satisfiesAnyOf(
                      thrown -> assertThat(thrown).isNull(),
                      thrown -> assertThat(thrown).isInstanceOf(IllegalArgumentException.class)));
    }
  }

  @Test
  void aLargeApiIsSmall() {
    SmallApi large = new SmallApi();
    String[] things = {"account", "invoice", "payment", "customer", "ticket", "branch", "release"};
    for (int i = 0; i < 22_000; i++) {
      String thing = things[i % things.length];
      large.add(
          "GET", "/area" + i / 50 + "/" + thing + "s/{id}/part" + i, "Get part of a " + thing);
    }
    byte[] index = SearchIndexWriter.write(large.operations());
    assertThat(index.length / 22_000).isLessThan(250);
    SearchIndex read = SearchIndex.read(ByteBuffer.wrap(index));
    assertThat(search(read, "get part21999")).first().extracting(Hit::ordinal).isEqualTo(21_999);
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() {
    SearchIndex index = SearchIndex.read(ByteBuffer.wrap(bytes));
    List<String> queries = List.of("list books", "renew a loan", "who am i", "delete a book");
    List<List<Hit>> expected = queries.stream().map(query -> search(index, query)).toList();
    List<List<Hit>> found =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> search(index, queries.get(i % queries.size())))
            .toList();
    assertThat(IntStream.range(0, 2_000))
        .allMatch(i -> found.get(i).equals(expected.get(i % queries.size())));
  }
}
