package dev.dragoman.generator.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier runs have written for APIs that a goal no longer has. */
class FormerOutputTest {
  @TempDir Path folder;
  private Path state;

  @BeforeEach
  void ofTwoApis() throws IOException {
    state = folder.resolve("reports/default/generate");
    write(api("lamp"), "lamp/Lamp.java", "shared/Common.java");
    write(api("bell"), "bell/Bell.java", "shared/Common.java");
  }

  @Test
  void anApiThatIsGoneIsDeletedWithItsManifestAndState() throws IOException {
    Files.writeString(State.beside(api("bell").manifest()), "state");
    Path byHand = Files.writeString(folder.resolve("sources/bell/ByHand.java"), "mine");

    assertThat(former("lamp").surplus())
        .containsExactly("surplus " + folder.resolve("sources/bell/Bell.java"));
    assertThat(former("lamp").delete()).isEqualTo(1);

    assertThat(sources())
        .containsExactly("bell/ByHand.java", "lamp/Lamp.java", "shared/Common.java");
    assertThat(byHand).hasContent("mine");
    assertThat(state.resolve("bell")).isEmptyDirectory();
    assertThat(former("lamp").surplus()).isEmpty();
    assertThat(former("lamp").delete()).isZero();
  }

  @Test
  void nothingIsDeletedOfApisThatAreStillThere() throws IOException {
    assertThat(former("lamp", "bell").surplus()).isEmpty();
    assertThat(former("lamp", "bell").delete()).isZero();
    assertThat(sources()).containsExactly("bell/Bell.java", "lamp/Lamp.java", "shared/Common.java");
  }

  @Test
  void aSingleDocumentMayTakeThePlaceOfSeveralAndBack() throws IOException {
    write(api(""), "bell/Bell.java", "single/Single.java");
    assertThat(former("").delete()).isEqualTo(2);
    assertThat(sources()).containsExactly("bell/Bell.java", "single/Single.java");
    write(api("lamp"), "lamp/Lamp.java");
    assertThat(former("lamp").delete()).isEqualTo(2);
    assertThat(sources()).containsExactly("lamp/Lamp.java");
  }

  @Test
  void anApiThatMovedToAnotherExecutionKeepsItsFiles() throws IOException {
    state = folder.resolve("reports/second/generate");
    write(api("bell"), "bell/Bell.java");
    state = folder.resolve("reports/default/generate");

    assertThat(former("lamp").surplus()).isEmpty();
    assertThat(former("lamp").delete()).isZero();
    assertThat(sources()).contains("bell/Bell.java");
    assertThat(folder.resolve("reports/second/generate/bell/manifest.txt")).exists();
  }

  @Test
  void aFileThatIsNoManifestAndAMissingFolderAreNoOutput() throws IOException {
    Files.writeString(Files.createDirectory(state.resolve("x")).resolve("manifest.txt"), "notes");
    assertThat(former("lamp", "bell").surplus()).isEmpty();
    state = folder.resolve("reports/never/generate");
    assertThat(former().delete()).isZero();
  }

  private FormerOutput former(String... current) {
    return FormerOutput.of(
        state, api(""), Stream.of(current).map(name -> api(name).manifest()).toList());
  }

  private OutputFolders api(String name) {
    return new OutputFolders(
        folder.resolve("sources"),
        folder.resolve("resources"),
        folder.resolve("reports"),
        state.resolve(name).resolve(OutputFolders.MANIFEST));
  }

  private static void write(OutputFolders api, String... sources) throws IOException {
    new OutputWriter(api)
        .write(
            Stream.of(sources)
                .map(
                    path ->
                        new GeneratedFile(
                            Root.SOURCES, path, "class".getBytes(StandardCharsets.UTF_8)))
                .toList());
  }

  private List<String> sources() throws IOException {
    Path root = folder.resolve("sources");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
