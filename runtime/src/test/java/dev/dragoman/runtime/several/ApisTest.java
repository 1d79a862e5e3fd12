package dev.dragoman.runtime.several;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.several.Apis.Unclear;
import dev.dragoman.runtime.tool.ToolFixture;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which API an operation or a tag belongs to, and what is said if that is not clear. */
class ApisTest {
  @TempDir Path folder;

  private static String message(Apis apis, String operation) {
    return ((Unclear) apis.of(operation)).message();
  }

  /** Words in common are a weaker hint than a name with a typing error. */
  @Test
  void aMisspelledNameIsFoundInTheLastApi() {
    Apis apis =
        SeveralFixture.apis(
            folder,
            """
            one: GET /lamp/on, GET /lamp/off, GET /lamp
            two: GET /lamp/on, GET /lamp/off, GET /lamp
            three: GET /lamp/on, GET /lamp/off, GET /lamp
            four: GET /lampshade/on""");

    assertThat(message(apis, "get_lampshde_on"))
        .startsWith("There is no operation \"get_lampshde_on\" in the APIs of this server")
        .contains("(one, two, three, four); nothing was sent. Did you mean four:get_lampshade_on");
  }

  @Test
  void noApiIsLeftOutOfTheSuggestionsForTheSakeOfAnother() {
    Apis apis =
        SeveralFixture.apis(
            folder,
            IntStream.rangeClosed('a', 'e')
                .mapToObj(id -> (char) id + ": GET /door, POST /door, GET /door/lock")
                .collect(Collectors.joining("\n")));

    assertThat(message(apis, "open the door"))
        .contains("a:", "b:", "c:", "d:", "e:")
        .endsWith("? If not, use search.");
  }

  @Test
  void nothingSimilarIsNotMadeUp() {
    Apis apis = SeveralFixture.apis(folder, "one: GET /lamp\ntwo: GET /lamp");

    assertThat(message(apis, "zebra"))
        .isEqualTo(
            "There is no operation \"zebra\" in the APIs of this server (one, two); nothing was"
                + " sent. Use search to find it.");
  }

  @Test
  void allThatHaveAnOperationAreNamed() {
    Apis apis =
        SeveralFixture.apis(folder, "one: GET /lamp\ntwo: GET /door\nthree: GET /lamp, GET /tree");

    assertThat(message(apis, "GET /lamp"))
        .isEqualTo(
            "Several APIs have an operation \"GET /lamp\"; nothing was sent. Say which:"
                + " one:GET /lamp or three:GET /lamp.");
  }

  @Test
  void everyApiShowsTagsHoweverManyThereAre() {
    Apis apis =
        SeveralFixture.apis(
            folder,
            IntStream.range(0, 41)
                .mapToObj(i -> "api" + i + ": GET /lamp #Lights, POST /lamp #Lights, GET /x #Other")
                .collect(Collectors.joining("\n")));

    assertThat(apis.list())
        .startsWith("api0: \"Lights\" (2) and 1 more; ")
        .endsWith("; api40: \"Lights\" (2) and 1 more");
  }

  /** An id may have several hyphens in a row, and one at its end. */
  @ParameterizedTest
  @ValueSource(strings = {"big-shop", "big--shop", "big-shop-"})
  void anApiIsNamedByTheWordsOfItsId(String id) {
    Apis apis = SeveralFixture.apis(folder, "other: GET /lamps #a\n" + id + ": GET /lamps #b");

    CallToolResult result =
        ToolFixture.call(
            SeveralTools.of(apis, null, new Metrics()).get(0),
            SeveralFixture.caller("other " + id, null),
            "{\"query\": \"lamps in big shop\"}");

    assertThat(ToolFixture.text(result))
        .containsSubsequence("\n" + id + ":get_lamps", "\nother:get_lamps");
  }
}
