package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.0
      info: {title: T, version: "1"}
      paths: {/a: {$ref: "%s"}}
      """;

  @TempDir Path folder;

  @Test
  void referencesLeadThroughTheFilesOfAFolder() {
    ApiModel model = Specs.read("files/api.yaml");

    assertThat(model.definitions())
        .containsOnlyKeys(
            "models/Pet.yaml#", "#/components/schemas/Id", "models/Pet.yaml#/$defs/Tags");
    assertThat(Trees.compact(model.definitions().get("models/Pet.yaml#")))
        .contains("\"id\":{\"$ref\":\"#/components/schemas/Id\"}")
        .contains("\"parent\":{\"$ref\":\"models/Pet.yaml#\"}")
        .contains("\"tags\":{\"$ref\":\"models/Pet.yaml#/$defs/Tags\"}");
    assertThat(Specs.operation(model, "GET /pets").parameters())
        .extracting(Specs::brief)
        .containsExactly("QUERY limit FORM explode {\"type\":\"integer\"}");
    assertThat(Specs.operation(model, "GET /pets/{id}").parameters())
        .extracting(Specs::brief)
        .containsExactly("PATH id SIMPLE required {\"$ref\":\"#/components/schemas/Id\"}");
  }

  @Test
  void placesAreInTheFilesThemselves() {
    ApiModel model = Specs.read("files/api.yaml");

    assertThat(Specs.operation(model, "GET /pets/{id}").location().file())
        .isEqualTo(Specs.path("files/api.yaml").resolveSibling("paths/pet.json").toString());
  }

  @Test
  void theFilesThatWereReadAreTold() throws IOException {
    Path document = Specs.path("files/api.yaml");
    Path root = document.toRealPath().getParent();

    assertThat(SpecReader.read(document, ReadOptions.DEFAULT, new Problems()).files())
        .containsExactlyInAnyOrder(
            root.resolve("api.yaml"),
            root.resolve("paths/pets.yaml"),
            root.resolve("paths/pet.json"),
            root.resolve("models/Pet.yaml"),
            root.resolve("common.yml"))
        .startsWith(root.resolve("api.yaml"));
  }

  @Test
  void aFolderAboveMayBeTheRoot() {
    Path document = Specs.path("references-upwards/spec/api.yaml");
    ReadOptions options =
        ReadOptions.DEFAULT.withRoot(Specs.path("references-upwards/common").getParent());

    ApiModel model = SpecReader.read(document, options, new Problems()).model();

    assertThat(model.definitions()).containsOnlyKeys("../common/ok.yaml#/text");
    assertThatThrownBy(() -> SpecReader.read(document, new Problems()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("DRG-SPEC-010");
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.yaml"), "get: {}\n");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link.yaml"), secret);
    Path document = Files.writeString(inside.resolve("api.yaml"), DOCUMENT.formatted("link.yaml"));

    assertThatThrownBy(() -> SpecReader.read(document, new Problems()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("points outside the document's folder");
  }

  @Test
  void linksInsideTheFolderAreFollowed() throws IOException {
    Path path = Files.writeString(folder.resolve("path.yaml"), "get: {}\n");
    Files.createSymbolicLink(folder.resolve("link.yaml"), path);
    Path document = Files.writeString(folder.resolve("api.yaml"), DOCUMENT.formatted("link.yaml"));

    assertThat(SpecReader.read(document, new Problems()).operations()).hasSize(1);
  }

  @Test
  void theDocumentMayBeALinkItself() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("path.yaml"), "get: {}\n");
    Path document = Files.writeString(real.resolve("api.yaml"), DOCUMENT.formatted("path.yaml"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), document);

    assertThat(SpecReader.read(link, new Problems()).operations()).hasSize(1);
  }

  @Test
  void theLimitIsForAllFilesTogether() throws IOException {
    Files.writeString(folder.resolve("path.yaml"), "get: {}\n#" + "x".repeat(500));
    Path document = Files.writeString(folder.resolve("api.yaml"), DOCUMENT.formatted("path.yaml"));
    ReadOptions options =
        new ReadOptions(
            ReadOptions.DEFAULT.root(), ReadOptions.DEFAULT.allowedHosts(), 400, List.of());

    assertThatThrownBy(() -> SpecReader.read(document, options, new Problems()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("DRG-SPEC-003");
  }

  @Test
  void missingDocumentsAreTold() {
    assertThatThrownBy(() -> SpecReader.read(folder.resolve("none.yaml"), new Problems()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("File not found.");
    assertThatThrownBy(() -> SpecReader.read(folder, new Problems()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("This is a directory.");
  }
}
