package dev.dragoman.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BuildOptionsTest {
  @TempDir Path folder;

  private static GenerationRequest request(String... more) {
    String[] needed = {"--spec", "api.yaml", "--out", "out", "--lib", "lib"};
    String[] all = Stream.of(needed, more).flatMap(Stream::of).toArray(String[]::new);
    return CommandLine.populateCommand(new BuildOptions(), all).spec().request();
  }

  @Test
  void aDocumentMayHaveItsNameBeforeIt() throws IOException {
    assertThat(NamedDocument.of("Door Bell=bell.yaml"))
        .isEqualTo(new NamedDocument(Optional.of("Door Bell"), Path.of("bell.yaml")));
    for (String plain : List.of("bell.yaml", "./a=b.yaml", "1=2.yaml", "=x", "x=")) {
      assertThat(NamedDocument.of(plain))
          .isEqualTo(new NamedDocument(Optional.empty(), Path.of(plain)));
    }
    Path existing = Files.writeString(folder.resolve("a=b.yaml"), "");
    assertThat(NamedDocument.of(existing.toString()).file()).isEqualTo(existing);
  }

  @Test
  void namesThatCannotBeUsedInJavaAreRefusedBeforeAnythingIsGenerated() throws IOException {
    assertThatThrownBy(() -> request("--name", "🚀", "--package", "com.1acme"))
        .isInstanceOf(GoalFailure.class)
        .hasMessageContaining("--name 🚀: start with a letter")
        .hasMessageContaining("--package com.1acme: not a valid Java package name");
    String config =
        Files.writeString(folder.resolve("config.yaml"), "packageName: a.class").toString();
    assertThatThrownBy(() -> request("--config", config))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("config.yaml:1:14 (#/packageName): [DRG-CONFIG-001]");
  }

  @Test
  void withoutAWordTheDocumentDecides() {
    GenerationRequest request = request();
    assertThat(request.options()).isEqualTo(GenerationOptions.inPackage("server"));
    assertThat(request.input().overlays()).isEmpty();
  }

  @Test
  void aConfigurationFileAndAnOverlay() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            "{apiName: Lamps, packageName: a.b, baseUrl: 'https://l.example', overlays: [one.yaml],"
                + " excludeDeprecated: true}");
    GenerationRequest request =
        request("--config", config.toString(), "--overlay", "two.yaml", "--name", "Lights");
    assertThat(request.options().apiName()).contains("Lights");
    assertThat(request.options().packageName()).isEqualTo("a.b");
    assertThat(request.options().baseUrl()).contains("https://l.example");
    assertThat(request.options().operator().excludeDeprecated()).isTrue();
    assertThat(request.input().overlays())
        .isEqualTo(List.of(folder.resolve("one.yaml"), Path.of("two.yaml").toAbsolutePath()));
  }

  @Test
  void strictNeedsNoValueWhereverItStands() {
    assertThat(request().input().strict()).isFalse();
    assertThat(request("--strict", "--name", "Lights").input().strict()).isTrue();
    assertThat(request("--name", "Lights", "--strict").options().apiName()).contains("Lights");
  }

  @Test
  void aFaultOfTheFileIsTold() throws IOException {
    Path config = Files.writeString(folder.resolve("config.yaml"), "{name: Lamps}");
    assertThatThrownBy(() -> request("--config", config.toString()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("config.yaml:1:8 (#/name): [DRG-CONFIG-001] Unknown setting");
  }
}
