package dev.dragoman.runtime.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.SmallApi;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynonymsTest {

  @Test
  void everyWordLeadsToTheOthersOfItsLines() {
    Map<String, Set<String>> all = Synonyms.byStem();
    assertThat(all.get(Stemmer.stem("pictures"))).contains(Stemmer.stem("images"));
    assertThat(all.get(Stemmer.stem("tickets"))).contains(Stemmer.stem("issues"));
    assertThat(all.get(Stemmer.stem("chargebacks"))).contains(Stemmer.stem("disputes"));
    assertThat(all.get(Stemmer.stem("salaries"))).contains(Stemmer.stem("payroll"));
    assertThat(all.get(Stemmer.stem("doctors"))).contains(Stemmer.stem("physicians"));
    all.forEach((stem, others) -> assertThat(others).doesNotContain(stem));
  }

  @Test
  void aWordThatAnApiDoesNotSayFindsItsNeighbor() {
    SmallApi api = new SmallApi();
    api.add("GET", "/images", "List images");
    for (String thing : new String[] {"books", "loans", "desks", "shelves", "readers"}) {
      api.add("GET", "/" + thing, "List " + thing);
    }
    assertThat(api.search("photos")).first().isEqualTo("GET /images");
    assertThat(api.search("books")).first().isEqualTo("GET /books");
  }
}
