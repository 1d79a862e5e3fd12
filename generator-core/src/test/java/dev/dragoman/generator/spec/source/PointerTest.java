package dev.dragoman.generator.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.spec.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointerTest {
  @Test
  void tokensAreUnescapedOnce() {
    assertThat(Pointer.tokens("")).isEmpty();
    assertThat(Pointer.tokens("/")).containsExactly("");
    assertThat(Pointer.tokens("/paths/~1a~1{id}/~01")).containsExactly("paths", "/a/{id}", "~1");
    assertThat(Pointer.escape("~1/a")).isEqualTo("~01~1a");
  }

  @ParameterizedTest
  @CsvSource({"a%20b, a b", "%7Bid%7D, {id}", "%C3%BC, ü", "100%, 100%", "%zz, %zz", "%4, %4"})
  void percentEncodingIsUndoneWhereItIsOne(String text, String decoded) {
    assertThat(Pointer.percentDecoded(text)).isEqualTo(decoded);
  }

  @Test
  void stepsGoToMembersAndItems() {
    var tree = Trees.parse("{\"0\": [\"a\", \"b\"]}");
    var items = Pointer.step(tree, "0");

    assertThat(Trees.compact(Pointer.step(items, "1"))).isEqualTo("\"b\"");
    assertThat(Pointer.step(items, "2")).isNull();
    assertThat(Pointer.step(items, "01")).isNull();
    assertThat(Pointer.step(items, "-")).isNull();
    assertThat(Pointer.step(tree, "1")).isNull();
  }
}
