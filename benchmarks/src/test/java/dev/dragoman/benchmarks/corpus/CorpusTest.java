package dev.dragoman.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.benchmarks.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path folder;

  @BeforeEach
  void documents() throws IOException {
    Files.createDirectories(folder.resolve("several/parts"));
    Files.writeString(folder.resolve("one.json"), "{\"openapi\": \"3.0.0\"}");
    Files.writeString(folder.resolve("two.yaml"), "info: {}\nswagger: '2.0'\n");
    Files.writeString(folder.resolve("several/api.yml"), "openapi: 3.1.0\n");
    Files.writeString(folder.resolve("several/parts/schema.yml"), "example:\n    x: openapi\n");
    Files.writeString(folder.resolve("notes.txt"), "openapi: 3.1.0\n");
  }

  @Test
  void findsWhateverNamesItsVersion() throws IOException {
    assertThat(Corpus.of(folder))
        .extracting(Corpus.Document::name)
        .containsExactly("one.json", "several/api.yml", "two.yaml");
  }

  @Test
  void anIndexDecides() throws IOException {
    Files.writeString(folder.resolve("index.tsv"), "file\toas\nseveral/api.yml\t3.1.0\n");
    assertThat(Corpus.of(folder))
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.name()).isEqualTo("several/api.yml");
              assertThat(document.input().root())
                  .contains(folder.resolve("several").toAbsolutePath());
            });
  }

  @Test
  void aFolderWithoutDocumentsIsABadCall() {
    Path empty = folder.resolve("several/parts");
    assertThatThrownBy(() -> Corpus.of(empty))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no OpenAPI document");
  }
}
