package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are read by the readers of the JDK. */
class SampleBytesTest {
  private static ByteArrayInputStream of(String type) {
    return new ByteArrayInputStream(SampleBytes.of(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "image/*", "image/gif"})
  void imagesHaveOnePixel(String type) throws IOException {
    BufferedImage image = ImageIO.read(of(type));
    assertThat(image.getWidth()).isEqualTo(1);
    assertThat(image.getHeight()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/zip",
        "application/x-zip-compressed",
        "application/java-archive",
        "application/epub+zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  void archivesAreEmpty(String type) throws IOException {
    assertThat(SampleBytes.of(type)).startsWith('P', 'K', 5, 6);
    try (ZipInputStream archive = new ZipInputStream(of(type))) {
      assertThat(archive.getNextEntry()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/gzip", "application/x-gzip"})
  void compressedFilesAreEmpty(String type) throws IOException {
    try (GZIPInputStream file = new GZIPInputStream(of(type))) {
      assertThat(file.readAllBytes()).isEmpty();
    }
  }

  @Test
  void aTapeArchiveEndsWithTwoBlocksOfZeros() {
    assertThat(SampleBytes.of("application/x-tar")).hasSize(1_024).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "application/xml, example",
    "text/xml, example",
    "application/atom+xml, example",
    "image/svg+xml, svg"
  })
  void xmlIsWellFormed(String type, String root) throws Exception {
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(of(type))
                .getDocumentElement()
                .getTagName())
        .isEqualTo(root);
  }

  @Test
  void thePageTableOfAPdfLeadsToItsObjects() {
    String pdf = new String(SampleBytes.of("application/pdf"), ISO_8859_1);
    int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n%%EOF\n", "$1"));
    String[] entries = pdf.substring(table).split("\n", -1);
    assertThat(entries).startsWith("xref", "0 4", "0000000000 65535 f ");
    for (int object = 1; object <= 3; object++) {
      int offset = Integer.parseInt(entries[2 + object].substring(0, 10));
      assertThat(pdf.substring(offset)).startsWith(object + " 0 obj\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"application/octet-stream, example", "video/mp4, example", "'', example"})
  void ofOtherTypesThereIsOrdinaryText(String type, String expected) {
    assertThat(new String(SampleBytes.of(type), UTF_8)).isEqualTo(expected);
  }
}
