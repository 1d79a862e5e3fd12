package dev.dragoman.generator.module;

import static dev.dragoman.generator.testing.LampProject.SPEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.LockAcceptance;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.generator.spec.source.ReadResult;
import dev.dragoman.generator.testing.LampProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is edited while a run goes on counts as changed in the next one. */
class EditedMeanwhileTest {
  @TempDir Path folder;
  private GenerationRequest request;

  @BeforeEach
  void write() throws IOException {
    LampProject.write(folder);
    request = LampProject.request(folder);
    LockAcceptance.accept(request);
  }

  @ParameterizedTest(name = "{0} while {1}")
  @CsvSource({
    "lamp.yaml, planning",
    "lamp.yaml, printing",
    "lamp.yaml, writing",
    "id.yaml, planning",
    "id.yaml, writing",
    "overlay.yaml, printing",
    "lamp.lock, printing",
    "lamp.lock, writing"
  })
  void anEditDuringTheRunIsAChange(String name, String stage) throws IOException {
    Generator.generate(request, editing(name, stage));
    assertThat(Generator.generateIfStale(request)).as("the edited file").isPresent();
    assertThat(Generator.generateIfStale(request)).as("settled").isEmpty();
  }

  @Test
  void whatWasReadIsWhatWasGenerated() throws IOException {
    Generator.generate(
        request.withLock(LockPolicy.NONE),
        Progress.stages(
            now -> {
              if (now.startsWith("planning")) {
                put("lamp.yaml", SPEC.replace("getLamp", "readLamp"));
              }
            }));
    Path operations = folder.resolve("out/sources/com/example/operations/LampOperations.java");
    assertThat(operations).content().contains("getLamp").doesNotContain("readLamp");
    Generator.generateIfStale(request.withLock(LockPolicy.NONE));
    assertThat(operations).content().contains("readLamp").doesNotContain("getLamp");
  }

  @Test
  void anEditOfTheTestsDocumentIsAChange() throws IOException {
    Progress edit = editing("lamp.yaml", "planning");
    Generator.prepareTestsIfStale(request, edit).orElseThrow().write(edit);
    assertThat(Generator.generateTestsIfStale(request)).isPresent();
    assertThat(Generator.generateTestsIfStale(request)).isEmpty();
  }

  @Test
  void aMissingFileThatAppearsIsAChange() throws IOException {
    put("lamp.yaml", SPEC.replace("id.yaml", "later.yaml"));
    GenerationRequest unlocked = request.withLock(LockPolicy.NONE);
    assertThat(Generator.generateIfStale(unlocked)).isPresent();
    assertThat(Generator.generateIfStale(unlocked)).as("still missing").isEmpty();
    put("later.yaml", "type: integer\n");
    assertThat(Generator.generateIfStale(unlocked)).as("there now").isPresent();
    assertThat(Generator.generateIfStale(unlocked)).as("settled").isEmpty();
  }

  @Test
  void aRunWithoutAnEditStands() throws IOException {
    Generator.generate(request, Progress.stages(now -> {}));
    assertThat(Generator.generateIfStale(request)).isEmpty();
  }

  @Test
  void vendoringTakesOnlyTheBytesThatWereChecked() throws IOException {
    Path file = folder.resolve("lamp.yaml").toRealPath();
    ReadResult read = SpecReader.read(file, ReadOptions.DEFAULT, new Problems());
    VendoredDocument.refuseEdited(read, file, SPEC.getBytes(StandardCharsets.UTF_8));
    byte[] edited = (SPEC + "# more\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> VendoredDocument.refuseEdited(read, file, edited))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("DRG-VENDOR-008")
        .hasMessageContaining("lamp.yaml");
  }

  /** Appends to a file when a stage begins; what the file means stays the same. */
  private Progress editing(String name, String stage) {
    return Progress.stages(
        now -> {
          if (now.startsWith(stage)) {
            String text = get(name);
            put(name, name.endsWith(".lock") ? text.replace("\n", "\r\n") : text + "# more\n");
          }
        });
  }

  private String get(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
