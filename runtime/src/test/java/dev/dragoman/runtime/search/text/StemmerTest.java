package dev.dragoman.runtime.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemmerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issue issues",
        "create creates created creating creation",
        "delete deletes deleted deleting deletion",
        "list lists listed listing",
        "repository repositories",
        "movie movies",
        "cookie cookies",
        "selfie selfies",
        "tie ties",
        "address addresses",
        "status statuses",
        "box boxes",
        "branch branches",
        "id ids",
        "key keys",
        "get getting",
        "cancel cancelled cancelling canceled",
        "modify modifies modified",
        "note notes noted",
        "permission permissions",
        "message messages messaging",
        "collection collections",
        "alias aliases",
        "canvas canvases",
        "lens lenses",
        "bias biases",
        "schema schemas",
        "quota quotas",
        "area areas",
        "employee employees",
        "embed embeds embedded embedding embeddings",
        "exceed exceeds exceeded exceeding",
        "proceed proceeds proceeded",
        "speed speeds",
        "feed feeds",
        "setting settings set",
        "quiz quizzes",
        "cache caches cached caching",
        "price prices priced pricing",
        "bill bills billed billing",
        "house houses",
        "bus buses",
        "reply replies replied",
        "copy copies copied copying",
        "relate relates relation relations"
      })
  void formsOfOneWordAreOne(String forms) {
    assertThat(Arrays.stream(forms.split(" ", -1)).map(Stemmer::stem).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new news",
        "user use",
        "string strike",
        "statement state",
        "organization organism",
        "process processor",
        "thing thin",
        "need neat",
        "sms sm",
        "team tea"
      })
  void otherWordsStayApart(String words) {
    String[] two = words.split(" ", -1);
    assertThat(Stemmer.stem(two[0])).isNotEqualTo(Stemmer.stem(two[1]));
  }

  /** A plural asks for the collection, so a singular in -s must not be taken for one. */
  @ParameterizedTest
  @CsvSource({
    "issues, true",
    "boxes, true",
    "categories, true",
    "aliases, true",
    "schemas, true",
    "users, true",
    "issue, false",
    "address, false",
    "status, false",
    "analysis, false",
    "alias, false",
    "canvas, false",
    "news, false",
    "series, false",
    "dns, false",
    "gps, false",
    "is, false",
    "es, false",
    "größes, false"
  })
  void pluralsAreToldFromWordsThatEndLikeThem(String word, boolean plural) {
    assertThat(Stemmer.isPlural(word)).isEqualTo(plural);
  }

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "is, is",
    "string, string",
    "series, series",
    "größen, größen",
    "分支, 分支",
    "access, acces",
    "bus, bus",
    "analysis, analysis"
  })
  void someStayAsTheyAre(String word, String stem) {
    assertThat(Stemmer.stem(word)).isEqualTo(stem);
  }
}
