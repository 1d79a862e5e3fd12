package dev.dragoman.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.benchmarks.BadInputException;
import dev.dragoman.benchmarks.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
  private static final String DOCUMENT =
      """
      {"openapi": "3.0.3", "info": {"title": "Library", "version": "1"}, "paths": {
        "/books": {
          "get": {"summary": "List books", "responses": {"200": {"description": "ok"}}},
          "post": {"summary": "Create a book", "responses": {"201": {"description": "ok"}}}}}}
      """;
  private static final String TASKS =
      """
      {"id": "1", "query": "list books", "kind": "plain", "gold": ["GET /books"]}
      {"id": "2", "query": "add", "gold": ["GET /x"], "alt": [["POST /books"]]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aSetAndOneInAFolderThatNamesTheDocument() throws IOException {
    Files.writeString(folder.resolve("one.openapi.json"), DOCUMENT);
    Files.writeString(folder.resolve("one.jsonl"), TASKS);
    Path below = Files.createDirectory(folder.resolve("below"));
    Files.writeString(below.resolve("two.openapi.json"), "../one.openapi.json");
    Files.writeString(below.resolve("two.jsonl"), TASKS);
  }

  @Test
  void predictionsAreWrittenForEverySet() throws IOException {
    Path out = folder.resolve("out");
    int code =
        Main.commandLine()
            .execute("search", folder.toString(), "--lexical", "--predictions", out.toString());
    assertThat(code).isZero();
    assertThat(Files.readAllLines(out.resolve("below/two.jsonl")))
        .containsExactlyElementsOf(Files.readAllLines(out.resolve("one.jsonl")))
        .first()
        .isEqualTo("{\"id\":\"1\",\"ranked\":[\"GET /books\",\"POST /books\"]}");
  }

  @Test
  void aFolderCountsAsOneRowAndAnAlternativeAsItsGold() throws IOException {
    List<SearchSet> sets = SearchSet.all(folder);
    assertThat(Table.of(sets, (corpus, task) -> List.of("POST /books"), List.of("one")))
        .containsOnlyKeys("below/ (mean)", "one", "kind plain", "mean of all", "mean of 1")
        .hasEntrySatisfying("one", score -> assertThat(score.hit1()).isEqualTo(0.5));
  }

  @Test
  void aFolderWithoutSetsIsABadCall() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> SearchSet.all(empty))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no SET.jsonl");
    assertThat(Main.commandLine().execute("search", empty.toString())).isEqualTo(2);
  }

  @Test
  void aTaskIsCutIntoItsSteps() {
    assertThat(PerClause.queries("Find the shelf, then move the book to it. Delete the old shelf."))
        .containsExactly("Find the shelf", "move the book to it.", "Delete the old shelf.");
    assertThat(PerClause.queries("who am I")).containsExactly("who am I");
  }
}
