package dev.dragoman.generator.spec.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.problem.LocatedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must hold of any bytes that are read as a document. */
public final class ReaderFuzz {
  private ReaderFuzz() {}

  /** They become a model or are refused, every problem in a place; nothing else is thrown. */
  public static void read(byte[] bytes, String name) {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      Path document = folder.resolve(name);
      Problems problems = new Problems();
      try {
        Files.write(document, bytes);
        var unused = SpecReader.read(document, problems);
      } catch (GenerationException e) {
        assertThat(e.problems()).anyMatch(one -> one.severity() == Problem.Severity.ERROR);
      } finally {
        Files.deleteIfExists(document);
        Files.delete(folder);
      }
      assertThat(problems.all())
          .allSatisfy(
              problem -> {
                assertThat(problem.location().file()).endsWith(name);
                assertThat(problem.toString()).doesNotContain("\n").contains(name);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was read, written as JSON, reads as the same. */
  public static void roundTrip(String text, String name) {
    Json value;
    try {
      value = new DocumentParser(ReadLimits.DEFAULT, new Problems()).parse(text, name);
    } catch (LocatedException e) {
      assertThat(e.what()).isNotBlank();
      assertThat(e.location().file()).isEqualTo(name);
      return;
    }
    String json = JsonText.of(value);
    Json again = JsonTreeReader.read(json, "again.json", ReadLimits.DEFAULT, new SharedStrings());
    assertThat(JsonText.of(again)).isEqualTo(json);
  }
}
