package dev.dragoman.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("page_size", "out", "spec", "strict", "id");

  @ParameterizedTest
  @CsvSource({
    "pageSize, page_size",
    "page-sizes, page_size",
    "pagesiez, page_size",
    "otu, out",
    "spce, spec",
    "psec, spec",
    "strit, strict",
    "strickt, strict",
    "sprict, strict",
    "di, id",
  })
  void oneErrorIsForgiven(String mistaken, String meant) {
    assertThat(NearestName.to(mistaken, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"tuo", "cpse", "nothing", "''"})
  void whatIsFarFromAllHasNoNearest(String mistaken) {
    assertThat(NearestName.to(mistaken, KNOWN)).isEmpty();
  }
}
