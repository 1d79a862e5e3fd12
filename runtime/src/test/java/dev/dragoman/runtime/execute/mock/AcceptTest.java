package dev.dragoman.runtime.execute.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.1. */
class AcceptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/csv                                   | json csv png | csv
          TEXT/CSV                                   | json csv     | csv
          text/csv; charset=utf-8                    | json csv     | csv
          text/*                                     | json png csv | csv
          */*                                        | png json     | png
          text/csv, image/png                        | png csv      | png
          text/csv;q=0.5, image/png;q=0.8            | csv png      | png
          text/csv;Q=0.5, image/png;q=0.8            | csv png      | png
          text/csv ; q=0.5 , image/png ; q = 0.8     | csv png      | png
          text/csv;q=0, */*;q=0.1                    | csv png      | png
          text/*;q=0.9, text/csv;q=0.1, */*;q=0.5    | csv png      | png
          text/csv;q=0.001, */*;q=0                  | png csv      | csv
          text/csv;q=0, application/json;q=0         | csv json     | csv
          image/webp                                 | json csv     | json
          text/csv;q=1.000                           | json csv     | csv
          text/csv;q=x, application/json;q=0.5       | json csv     | csv
          ``                                         | json csv     | json
          """)
  void theBestOfWhatIsOfferedIsChosen(String accept, String offered, String expected) {
    List<String> types = Arrays.stream(offered.split(" ", -1)).map(AcceptTest::type).toList();
    assertThat(Accept.of(List.of(new Pair("Accept", accept))).best(types)).contains(type(expected));
  }

  @Test
  void severalHeadersAreOneList() {
    Accept accept =
        Accept.of(
            List.of(
                new Pair("accept", "text/csv;q=0.1"),
                new Pair("other", "application/json"),
                new Pair("ACCEPT", "image/png")));
    assertThat(accept.best(List.of("application/json", "text/csv", "image/png")))
        .contains("image/png");
  }

  @Test
  void withoutAnythingOfferedThereIsNothing() {
    assertThat(Accept.ANY.best(List.of())).isEmpty();
    assertThat(Accept.ANY.best(List.of("a/b", "c/d"))).contains("a/b");
  }

  private static String type(String name) {
    return switch (name) {
      case "json" -> "application/json";
      case "csv" -> "text/csv; charset=utf-8";
      default -> "image/" + name;
    };
  }
}
