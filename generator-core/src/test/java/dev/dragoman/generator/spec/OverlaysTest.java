package dev.dragoman.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.overlay.Overlay;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.generator.spec.source.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenAPI Overlays: what they change, where the changed values stand, what is told of faults. */
class OverlaysTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Lamps, version: "1"}
      paths:
        /lamps/search:
          post:
            operationId: searchLamps
            x-dragoman-access: write
            responses: {"200": {description: OK}}
        /lamps/all:
          delete: {operationId: deleteLamp, responses: {"204": {description: Gone}}}
      components:
        schemas:
          Lamp: {type: object, properties: {watts: {type: integer}}}
      """;

  @TempDir Path folder;

  /** Actions of version 1.1 on a small tree; single quotes stand for double ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "merge an object|$.a|update: {c: 2}|{'a':{'b':1,'c':2},'l':[1,2],'s':'x'}",
        "replace a plain member|$.a|update: {b: 9}|{'a':{'b':9},'l':[1,2],'s':'x'}",
        "append to an array|$.l|update: 3|{'a':{'b':1},'l':[1,2,3],'s':'x'}",
        "concatenate arrays|$.l|update: [3, 4]|{'a':{'b':1},'l':[1,2,3,4],'s':'x'}",
        "replace a plain value|$.s|update: y|{'a':{'b':1},'l':[1,2],'s':'y'}",
        "replace several|$.l[*]|update: 0|{'a':{'b':1},'l':[0,0],'s':'x'}",
        "remove a member|$.a.b|remove: true|{'a':{},'l':[1,2],'s':'x'}",
        "remove items|$.l[0,1]|remove: true|{'a':{'b':1},'l':[],'s':'x'}",
        "remove what holds another target|$..*|remove: true|{}",
        "remove goes before update|$.s|{update: y, remove: true}|{'a':{'b':1},'l':[1,2]}",
        "the root|$|update: {z: null}|{'a':{'b':1},'l':[1,2],'s':'x','z':null}",
        "copy|$.a|copy: $|{'a':{'b':1,'a':{'b':1},'l':[1,2],'s':'x'},'l':[1,2],'s':'x'}",
        "copy a value into a list|$.l|copy: $.s|{'a':{'b':1},'l':[1,2,'x'],'s':'x'}",
        "nothing selected|$.none|update: {z: 1}|{'a':{'b':1},'l':[1,2],'s':'x'}",
      })
  void actions(String name, String target, String change, String expected) {
    String members = change.startsWith("{") ? change.substring(1, change.length() - 1) : change;
    String text =
        "{overlay: 1.1.0, info: {}, actions: [{target: \"%s\", %s}]}".formatted(target, members);
    Problems problems = new Problems();
    Json tree = Trees.parse("{a: {b: 1}, l: [1, 2], s: x}");
    Json changed = Overlay.read(Trees.parse(text, "o.yaml"), problems).apply(tree, problems);
    assertThat(problems.hasErrors()).as(name + problems.all()).isFalse();
    assertThat(JsonText.of(changed)).isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|o.yaml:1:1: [DRG-OVERLAY-001] Not an OpenAPI Overlay 1.0 or 1.1 document.",
        "{overlay: 2.0.0}|Not an OpenAPI Overlay 1.0 or 1.1 document.",
        "{overlay: 1.0.0}|The overlay has no actions.",
        "{overlay: 1.0.0, actions: [{update: 1}]}|(#/actions/0): [DRG-OVERLAY-001] An action needs",
        "{overlay: 1.0.0, actions: [{target: $, updates: 1}]}|\"updates\" is not a field of an action",
        "{overlay: 1.0.0, actions: [{target: $}]}|The action changes nothing.",
        "{overlay: 1.0.0, actions: [{target: $, copy: $.a}]}|\"copy\" is not a field of an action",
        "{overlay: 1.1.0, actions: [{target: $, copy: $.a, update: 1}]}|an update and a copy",
        "{overlay: 1.1.0, actions: [{target: $, copy: 1}]}|\"copy\" must be a string.",
        "{overlay: 1.1.0, actions: [{target: $, remove: yes please}]}|\"remove\" must be true or false.",
        "{overlay: 1.1.0, actions: [{target: a.b, update: 1}]}|[DRG-OVERLAY-002] \"a.b\" is no",
        "{overlay: 1.1.0, actions: [{target: $.a, copy: $.l.*}]}|must select exactly one value",
        "{overlay: 1.1.0, actions: [{target: $, remove: true}]}|The whole document cannot be",
        "{overlay: 1.1.0, actions: [{target: $.*, update: 1}]}|The targets must be all objects, all arrays or all",
        "{overlay: 1.0.0, actions: [{target: $.s, update: 1}]}|which Overlay 1.0 cannot update",
        "{overlay: 1.1.0, actions: [{target: $.a, update: [1]}]}|An array cannot be merged into an",
      })
  void faultsAreLocatedErrors(String overlay, String expected) {
    Problems problems = new Problems();
    Json tree = Trees.parse("{a: {b: 1}, l: [1, 2], s: x}");
    Overlay.read(Trees.parse(overlay, "o.yaml"), problems).apply(tree, problems);
    assertThat(problems.hasErrors()).isTrue();
    assertThat(problems.all().get(0).toString()).startsWith("o.yaml:").contains(expected);
  }

  @Test
  void whatAnOverlayBringsStandsInTheOverlay() throws IOException {
    Path overlay =
        write(
            "overlay.yaml",
            """
            overlay: 1.0.0
            actions:
              - target: $.paths['/lamps/search'].post
                update:
                  x-dragoman-access: read
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/Lamp"}}}
            """);
    Problems problems = new Problems();
    ReadResult read = read(List.of(overlay), problems);
    assertThat(problems.all()).isEmpty();
    OperationModel search = Specs.operation(read.model(), "POST /lamps/search");
    Json access = Objects.requireNonNull(search.extensions().get("x-dragoman-access"));
    assertThat(access.location())
        .hasToString(overlay + ":5:26 (#/actions/0/update/x-dragoman-access)");
    assertThat(search.location().file()).endsWith("lamps.yaml");
    assertThat(read.model().definitions()).containsKey("#/components/schemas/Lamp");
    assertThat(read.model().overlays()).containsExactly(overlay.toString());
    assertThat(read.files()).hasSize(2);
  }

  @Test
  void overlaysAreAppliedInOrder() throws IOException {
    Path first = write("first.yaml", overlay("$.info", "update: {title: First, version: '2'}"));
    Path second = write("second.yaml", overlay("$.info[?@ == 'First']", "update: Second", "1.1.0"));
    ApiModel model = read(List.of(first, second), new Problems()).model();
    assertThat(model.title()).isEqualTo("Second");
    assertThat(model.version()).isEqualTo("2");
  }

  @Test
  void aTargetThatSelectsNothingIsALocatedWarning() throws IOException {
    Path overlay = write("o.yaml", overlay("$.paths['/gone']", "remove: true"));
    Problems problems = new Problems();
    read(List.of(overlay), problems);
    assertThat(problems.all())
        .singleElement()
        .hasToString(
            overlay
                + ":3:13 (#/actions/0/target): [DRG-OVERLAY-003] The target \"$.paths['/gone']\""
                + " selects nothing. The action has no effect; has the vendor's document"
                + " changed?");
  }

  @Test
  void aDocumentCannotBorrowTheOperatorsWord() throws IOException {
    Path overlay = write("o.yaml", overlay("$.info", "update: {version: '2'}"));
    write(
        "lamps.yaml", DOCUMENT.replace("{description: OK}", "{$ref: 'o.yaml#/actions/0/update'}"));
    Problems problems = new Problems();
    try {
      SpecReader.read(
          folder.resolve("lamps.yaml"),
          ReadOptions.DEFAULT.withOverlays(List.of(overlay)),
          problems);
    } catch (GenerationException refused) {
      assertThat(refused).hasMessageContaining("points to an overlay");
    }
    assertThat(problems.all().toString()).contains("points to an overlay");
  }

  @Test
  void aMissingOverlayIsAnError() throws IOException {
    Problems problems = new Problems();
    try {
      read(List.of(folder.resolve("none.yaml")), problems);
    } catch (GenerationException refused) {
      assertThat(refused).hasMessageContaining("none.yaml: [DRG-SPEC-001] File not found.");
    }
    assertThat(problems.hasErrors()).isTrue();
  }

  private ReadResult read(List<Path> overlays, Problems problems) throws IOException {
    Path document = write("lamps.yaml", DOCUMENT);
    return SpecReader.read(document, ReadOptions.DEFAULT.withOverlays(overlays), problems);
  }

  private static String overlay(String target, String change) {
    return overlay(target, change, "1.0.0");
  }

  private static String overlay(String target, String change, String version) {
    return "overlay: %s\nactions:\n  - target: %s\n    %s\n".formatted(version, target, change);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
