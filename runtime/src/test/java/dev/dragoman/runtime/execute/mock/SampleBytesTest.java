package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
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
  @ValueSource(strings = {"image/png", "image/*", "image/gif", "image/jpeg", "image/jpg"})
  void imagesHaveOnePixel(String type) throws IOException {
    BufferedImage image = ImageIO.read(of(type));
    assertThat(image.getWidth()).isEqualTo(1);
    assertThat(image.getHeight()).isEqualTo(1);
  }

  /** RFC 9649: the size of the chunks, and width and height less one, 14 bits each. */
  @Test
  void aWebpImageHasOnePixel() {
    byte[] image = SampleBytes.of("image/webp");
    ByteBuffer file = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(image, ISO_8859_1)).startsWith("RIFF").contains("WEBPVP8L");
    assertThat(file.getInt(4)).isEqualTo(image.length - 8);
    assertThat(file.getInt(16)).isLessThanOrEqualTo(image.length - 20);
    assertThat(file.get(20)).isEqualTo((byte) 0x2f);
    assertThat(file.getInt(21) & 0xfffffff).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/wav", "audio/x-wav", "audio/*"})
  void aSoundHasAFormatAndNoSamples(String type) throws Exception {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(of(type))) {
      assertThat(sound.getFormat().getSampleRate()).isEqualTo(8_000);
      assertThat(sound.readAllBytes()).isEmpty();
    }
  }

  /** ISO 11172-3, 2.4.2.3: 144 * 32,000 bit/s / 44,100 Hz bytes without padding. */
  @ParameterizedTest
  @ValueSource(strings = {"audio/mpeg", "audio/mp3"})
  void anMp3FileIsOneFrame(String type) {
    byte[] frame = SampleBytes.of(type);
    assertThat(frame).startsWith(0xff, 0xfb, 0x10, 0xc4).hasSize(144 * 32_000 / 44_100);
  }

  /** ISO 14496-12, 4.2: boxes begin with their size, and the first one is the type. */
  @ParameterizedTest
  @ValueSource(strings = {"video/mp4", "audio/mp4", "video/*"})
  void aFilmIsAWholeNumberOfBoxes(String type) {
    ByteBuffer film = ByteBuffer.wrap(SampleBytes.of(type));
    List<String> boxes = new ArrayList<>();
    while (film.hasRemaining()) {
      int size = film.getInt(film.position());
      byte[] name = new byte[4];
      film.get(film.position() + 4, name);
      boxes.add(new String(name, ISO_8859_1));
      film.position(film.position() + size);
    }
    assertThat(boxes).containsExactly("ftyp", "moov");
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
  @CsvSource({"application/octet-stream, example", "audio/ogg, example", "'', example"})
  void ofOtherTypesThereIsOrdinaryText(String type, String expected) {
    assertThat(new String(SampleBytes.of(type), UTF_8)).isEqualTo(expected);
  }
}
