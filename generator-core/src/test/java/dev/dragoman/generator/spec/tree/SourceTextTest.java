package dev.dragoman.generator.spec.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
  private static final String TEXT = "openapi: 3.0.0 # Grüße \uD83D\uDE00 \uFFFD";

  @TempDir Path folder;

  @Test
  void readsUnicodeWithAndWithoutMark() throws IOException {
    for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
      assertThat(read(TEXT.getBytes(charset))).isEqualTo(TEXT);
      assertThat(read(("\uFEFF" + TEXT).getBytes(charset))).isEqualTo(TEXT);
    }
  }

  @Test
  void otherEncodingsAreToldWithTheirPlace() throws IOException {
    LocatedException e = refused("a: 1\nb: Grüße\n".getBytes(ISO_8859_1));

    assertThat(e.location()).hasToString("doc.yaml:2:6");
    assertThat(e.what()).isEqualTo("Not valid UTF-8 text.");
  }

  @Test
  void emptyAndBinaryFilesAreRefused() throws IOException {
    assertThat(refused(new byte[0]).what()).contains("file is empty");
    assertThat(refused(" \n\t\n".getBytes(UTF_8)).what()).contains("file is empty");
    assertThat(refused(new byte[] {1, 2, 0, 4, 5, 0}).what()).contains("binary");
  }

  @Test
  void webPagesAreRefused() throws IOException {
    assertThat(refused("\n<!DOCTYPE html><p>".getBytes(UTF_8)).what()).contains("an HTML page");
    assertThat(refused("<?xml version='1.0'?>".getBytes(UTF_8)).what()).contains("XML");
  }

  @Test
  void filesAboveTheLimitAreNotRead() throws IOException {
    Path file = Files.write(folder.resolve("big.yaml"), new byte[101]);

    LocatedException e =
        catchThrowableOfType(LocatedException.class, () -> SourceText.read(file, "big.yaml", 100));

    assertThat(e.problem()).isEqualTo(SpecProblem.LIMIT);
    assertThat(e.what()).contains("101 bytes").contains("100");
  }

  @Test
  void foldersAndMissingFilesAreRefused() {
    assertThat(refusedPath(folder).what()).isEqualTo("This is a directory.");
    assertThat(refusedPath(folder.resolve("none")).what()).isEqualTo("File not found.");
  }

  private String read(byte[] bytes) throws IOException {
    return SourceText.read(Files.write(folder.resolve("doc.yaml"), bytes), "doc.yaml", 1000);
  }

  private LocatedException refused(byte[] bytes) throws IOException {
    return refusedPath(Files.write(folder.resolve("doc.yaml"), bytes));
  }

  private static LocatedException refusedPath(Path path) {
    return catchThrowableOfType(
        LocatedException.class, () -> SourceText.read(path, "doc.yaml", 1000));
  }
}
