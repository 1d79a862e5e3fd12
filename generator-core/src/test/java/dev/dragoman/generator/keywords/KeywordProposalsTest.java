package dev.dragoman.generator.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.runtime.tool.searchlog.SearchPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keywords for the lamps of the operator's sample. */
class KeywordProposalsTest {
  private static final Path LAMPS = Path.of("src/test/resources/operator/lamps.yaml");

  @TempDir private Path folder;

  private static ServerPlan plan(Configuration configuration) throws IOException {
    Problems problems = new Problems();
    return Planner.plan(
        SpecReader.read(LAMPS, ReadOptions.DEFAULT, problems).model(),
        GenerationOptions.inPackage("a").withOperator(configuration.choices()),
        problems);
  }

  private String proposals(int times, String operation, String words) throws IOException {
    String line =
        "{\"day\":\"2026-01-01\",\"words\":[\"%s\"],\"operation\":\"%s\"}"
            .formatted(words.replace(" ", "\",\""), operation);
    return proposals(String.join("\n", Collections.nCopies(times, line)));
  }

  private String proposals(String log) throws IOException {
    Path file = Files.writeString(folder.resolve("searches.jsonl"), log);
    return KeywordProposals.text(plan(Configuration.NONE), SearchPairs.read(file), 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | deleteLamp | defenestrate torches    | defenestrate, torches",
        "3 | listFleet  | zeppelins               | zeppelins",
        "3 | getLamp    | glühbirne               | glühbirne",
        "2 | deleteLamp | defenestrate            | ''",
        "9 | deleteLamp | delete lamp             | ''",
        "9 | deleteLamp | get update              | ''",
        "9 | nothing    | defenestrate            | ''",
      })
  void wordsThatDoNotFindTheirOperationAreProposed(
      int times, String operation, String words, String expected) throws IOException {
    String text = proposals(times, operation, words);
    List<String> proposed =
        text.lines()
            .filter(line -> line.startsWith("      - '"))
            .map(line -> line.split("'", -1)[1])
            .toList();
    assertThat(proposed).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
    assertThat(text.contains("operationId: '" + operation + "'")).isEqualTo(!expected.isEmpty());
    assertThat(text).contains(expected.isEmpty() ? "# No word led to" : "# " + times + " searches");
  }

  /** What is proposed can be copied as it is, and finds the operation from then on. */
  @Test
  void proposalsAreAConfiguration() throws IOException {
    String text = proposals(4, "deleteLamp", "no yes defenestrate");
    Path config = Files.writeString(folder.resolve("dragoman.yaml"), text);
    ServerPlan with = plan(Configuration.read(config));
    assertThat(with.indexed())
        .filteredOn(one -> one.id().equals("deleteLamp"))
        .singleElement()
        .satisfies(one -> assertThat(one.keywords()).contains("defenestrate"));
    SearchPairs again = SearchPairs.read(folder.resolve("searches.jsonl"));
    assertThat(KeywordProposals.text(with, again, 3)).contains("# No word led to");
  }

  /** The file is input: nothing in it becomes YAML, and nothing stops the goal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"words\":[\"a'] }\\nexcludes: [x\",\"b: c\"],\"operation\":\"deleteLamp\"}",
        "{\"words\":\"defenestrate\",\"operation\":\"deleteLamp\"}",
        "{\"words\":[\"defenestrate\"],\"operation\":{}}",
        "[[[[",
        "null",
        "{\"words\":[\"defenestrate1\",7,null],\"operation\":\"deleteLamp\"}",
      })
  void whatAServerDoesNotWriteIsIgnored(String line) throws IOException {
    String text = proposals(String.join("\n", Collections.nCopies(5, line)));
    assertThat(text).contains("# 5 lines of the log are not valid").doesNotContain("operations:");
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Path file = folder.resolve("huge.jsonl");
    try (var channel =
        Files.newByteChannel(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE,
            java.nio.file.StandardOpenOption.SPARSE)) {
      channel.position(SearchPairs.MOST_BYTES);
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}));
    }
    assertThatThrownBy(() -> SearchPairs.read(file)).hasMessage("it has more than 16 MB");
  }
}
