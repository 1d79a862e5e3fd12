package dev.dragoman.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries found by their lines, and the spellings of an operation's route. */
class ShardTest {

  private static String text(Optional<byte[]> found) {
    return found.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("-");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10})
  void elementsAreFoundByTheirIndex(int size) {
    List<String> elements =
        IntStream.range(0, size).mapToObj(i -> "{\"n\":[" + i + ",0]}").toList();
    byte[] bytes = Shard.array(elements);
    assertThat(Json.of(new String(bytes, StandardCharsets.UTF_8)).size()).isEqualTo(size);
    Shard shard = new Shard(bytes);
    for (int i = 0; i < size; i++) {
      assertThat(text(shard.element(i))).isEqualTo(elements.get(i));
    }
    assertThat(shard.element(size)).isEmpty();
    assertThat(shard.element(size + 100)).isEmpty();
  }

  @Test
  void membersAreFoundByTheirWholeName() {
    Shard shard =
        new Shard(
            Shard.object(
                List.of(
                    Shard.member("ab", "1"),
                    Shard.member("a", "{\"b\":2}"),
                    Shard.member("q\"ä\n", "[3]"),
                    Shard.member("", "null"))));
    assertThat(text(shard.member("a"))).isEqualTo("{\"b\":2}");
    assertThat(text(shard.member("ab"))).isEqualTo("1");
    assertThat(text(shard.member("q\"ä\n"))).isEqualTo("[3]");
    assertThat(text(shard.member(""))).isEqualTo("null");
    for (String unknown : List.of("b", "abc", "A", "{", "a\":1", "q")) {
      assertThat(shard.member(unknown)).as(unknown).isEmpty();
    }
  }

  @Test
  void anEmptyObjectHasNoMembers() {
    assertThat(new Shard(Shard.object(List.of())).member("a")).isEmpty();
  }

  /** The keys that are tried, group by group. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "issues_list;    issues_list|issues_list",
        "' issues ';     ' issues |issues'",
        "GET /a;         GET /a|GET /a|GET /a|GET /a|GET /a,GET /a/,GET a,GET a/",
        "get /a/;        get /a/|get /a/|get /a/|GET /a/|GET /a,GET /a/,GET a,GET a/",
        "Get a;          Get a|Get a|Get a|GET a|GET /a,GET /a/,GET a,GET a/",
        "GET/a;          GET/a|GET/a|GET /a|GET /a|GET /a,GET /a/,GET a,GET a/",
        "GET;            GET|GET",
        "GET /a b;       GET /a b|GET /a b",
        "'';             '|'"
      })
  void spellingsOfARoute(String name, String keys) {
    String given = name.replace("'", "");
    String groups =
        Stream.concat(Stream.of(List.of(given)), OperationName.spellings(given).stream())
            .map(group -> String.join(",", group))
            .reduce((one, other) -> one + "|" + other)
            .orElse("");
    assertThat(groups).isEqualTo(keys.replace("'", ""));
  }
}
