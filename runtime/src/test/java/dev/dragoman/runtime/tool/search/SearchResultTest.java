package dev.dragoman.runtime.tool.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of an operation that several queries find. */
class SearchResultTest {
  private static final String NAMED = " (too long for this answer: search with operation)";
  private static final String AGAIN = " (described above)";

  @TempDir Path folder;

  private static OperationCard card(String thing, String summary, String parameters) {
    return OperationCard.builder(Operation.of("get_" + thing, "GET", "/" + thing, AccessLevel.READ))
        .summary(summary)
        .parameters(parameters)
        .build();
  }

  private String search(List<OperationCard> cards, Stream<String> queries, int limit)
      throws IOException {
    TrackerResources.write(folder, cards, Map.of(), Map.of());
    ServerDefinition definition =
        ServerDefinition.builder("Acme")
            .resources(TrackerResources.anchorIn(folder), TrackerApi.ROOT)
            .operations(cards.size(), group -> name -> null)
            .build();
    SearchTool tool =
        new SearchTool(new ApiOperations(definition), new Guard(AccessNames.of("Acme")));
    String list = queries.map(query -> '"' + query + '"').collect(Collectors.joining(", "));
    return ToolFixture.text(
        ToolFixture.call(
            tool, ToolFixture.FULL, "{\"queries\": [" + list + "], \"limit\": " + limit + "}"));
  }

  private static String required(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "parameterNumber" + i + ": string")
        .collect(Collectors.joining(", "));
  }

  /** One that was only named, for want of room, has not been described. */
  @Test
  void anOperationIsDescribedWhereThereIsRoomForIt() throws IOException {
    String text =
        search(
            List.of(
                card("lamp", "Get a lamp of the house", required(160)),
                card("door", "Get a door of the house", required(160))),
            Stream.of("lamp of the house", "door of the house", "lamp"),
            2);

    String[] parts = text.split("\n# ", -1);
    assertThat(parts[1]).contains("get_lamp: GET /lamp\n  does:", "get_door: GET /door" + NAMED);
    assertThat(parts[2]).contains("get_door: GET /door\n  does:", "get_lamp: GET /lamp" + AGAIN);
    assertThat(parts[3]).contains("get_lamp: GET /lamp" + AGAIN);
  }

  /** From 20,000 bytes on, hits are named; the size is that of what is sent, in UTF-8. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "語", "😀"})
  void aLongResultNamesTheRest(String character) throws IOException {
    String filler = character.repeat(280 / ToolFixture.bytes(character));
    List<String> things =
        List.of("apple", "bread", "chair", "drum", "eagle", "fern", "glass", "horse", "ink", "jar");
    List<OperationCard> cards = new ArrayList<>();
    for (String thing : things) {
      for (int i = 0; i < 15; i++) {
        cards.add(card(thing + "_" + i, "Get the " + thing + " " + filler, ""));
      }
    }

    String text = search(cards, things.stream(), 20);

    assertThat(ToolFixture.bytes(text)).isBetween(20_000, 32_000);
    assertThat(text.lines().filter(line -> line.startsWith("  does:")).count()).isBetween(40L, 70L);
    assertThat(text.lines().filter(line -> line.endsWith(AGAIN)))
        .allMatch(line -> text.contains(line.replace(AGAIN, "") + "\n  does:"));
  }
}
