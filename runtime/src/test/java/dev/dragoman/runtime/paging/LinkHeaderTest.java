package dev.dragoman.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a response says about its neighbors (RFC 8288, section 3). */
class LinkHeaderTest {

  private static LinkHeader links(String... values) {
    List<Pair> headers = Arrays.stream(values).map(value -> new Pair("Link", value)).toList();
    return LinkHeader.of(headers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<https://x.test/?page=2>; rel=\"next\"                                | https://x.test/?page=2",
        "<https://x.test/?page=2>; rel=next                                    | https://x.test/?page=2",
        "<https://x.test/?page=2>;rel=next                                     | https://x.test/?page=2",
        "<https://x.test/?page=2> ; REL = \"NEXT\"                             | https://x.test/?page=2",
        "<?page=2>; rel=\"next\"                                               | ?page=2",
        "</a?page=2>; rel=\"start next\"                                       | /a?page=2",
        "<?a>; rel=\"prev\", <?b>; rel=\"next\"                                | ?b",
        "<?b>; rel=\"next\", <?a>; rel=\"prev\"                                | ?b",
        "<?a>; rel=\"next\", <?b>; rel=\"next\"                                | ?a",
        "<?ids=1,2,3>; rel=\"next\", <?a>; rel=\"last\"                        | ?ids=1,2,3",
        "<?a>; title=\"x\"; rel=\"next\"                                       | ?a",
        "<?a>; rel=\"next\"; rel=\"last\"                                      | ?a",
        "<?a>; rel=\"last\"; rel=\"next\"                                      | -",
        "<?a>; rel=\"nextish\"                                                 | -",
        "<?a>; rel=\"\"                                                        | -",
        "<?a>; rev=\"next\"                                                    | -",
        "<?a>; xrel=\"next\"                                                   | -",
        "<?a>                                                                  | -",
        "?a; rel=\"next\"                                                      | -",
        "''                                                                    | -"
      })
  void theNextPage(String header, String next) {
    assertThat(links(header).next().orElse(null)).isEqualTo(next);
  }

  @Test
  void severalFieldsAreOneList() {
    LinkHeader links = links("<?a>; rel=\"prev\"", "<?b>; rel=\"next\"", "<?c>; rel=\"next\"");
    assertThat(links.byRelation()).containsOnlyKeys("prev", "next").containsEntry("next", "?b");
  }

  @Test
  void everyRelationOfALinkCounts() {
    assertThat(links("<?a>; rel=\"first  prev\tnext\"").byRelation())
        .containsOnlyKeys("first", "prev", "next");
  }

  /** Other links, such as those to a style sheet or a help page, say nothing about pages. */
  @ParameterizedTest
  @CsvSource({
    "next,        true",
    "prev,        true",
    "previous,    true",
    "first,       true",
    "last,        true",
    "LAST,        true",
    "help,        false",
    "self,        false",
    "preconnect,  false",
    "describedby, false"
  })
  void whichLinksSayThatThereArePages(String relation, boolean paged) {
    assertThat(links("<?a>; rel=\"" + relation + "\"").isPaged()).isEqualTo(paged);
  }

  /** Text in quotation marks is text, whatever it looks like. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<?a>; title=\"x; rel=next\"; rel=\"last\"        | -",
        "<?a>; title=\"; rel=last\"; rel=\"next\"         | ?a",
        "<?a>; title=\"a < b\"; rel=\"next\"              | ?a",
        "<?a>; title=\"a \\\" < b\"; rel=\"next\"         | ?a",
        "<?a>; title=\"<?b>; rel=next\"; rel=\"last\"     | -"
      })
  void quotedText(String header, String next) {
    assertThat(links(header).next().orElse(null)).isEqualTo(next);
  }

  @Test
  @Timeout(5)
  void aHostileHeaderTakesLittleTime() {
    assertThat(links("<".repeat(100_000)).isPaged()).isFalse();
    assertThat(links("<?a>" + "; rel =".repeat(20_000)).isPaged()).isFalse();
    assertThat(links("<?a>; title=\"" + "\\".repeat(100_000)).isPaged()).isFalse();
    assertThat(links(("<?a>; rel" + " ".repeat(100)).repeat(1_000)).isPaged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://x.test/a?page=2,             2",
        "https://x.test/a?per=5&page=2,       2",
        "?page=2,                             2",
        "/a?page=2#page=3,                    2",
        "?page=a%20b,                         a b",
        "?page=a+b,                           a b",
        "?page=%2B%26%3D,                     +&=",
        "?page=a=b,                           a=b",
        "?%70age=2,                           2",
        "?page=2&page=3,                      2",
        "?page=%zz,                           %zz",
        "?page=,                              -",
        "?page,                               -",
        "?Page=2,                             -",
        "?xpage=2,                            -",
        "?page[a]=2,                          -",
        "https://x.test/page=2,               -",
        "https://x.test/a#page=2,             -",
        "https://x.test/a#?page=2,            -",
        "'',                                  -"
      })
  void theParameterOfAUrl(String url, String value) {
    assertThat(LinkHeader.parameter(url, "page").orElse(null)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.test/a, true",
    "HTTP://x.test,    true",
    "?page=2,          true",
    "/a?page=2,        true",
    "eyJhIjoxfQ==,     false",
    "ftp://x.test,     false",
    "httpx,            false",
    "2,                false",
    "'',               false"
  })
  void whatAUrlIs(String value, boolean url) {
    assertThat(LinkHeader.isUrl(value)).isEqualTo(url);
  }
}
