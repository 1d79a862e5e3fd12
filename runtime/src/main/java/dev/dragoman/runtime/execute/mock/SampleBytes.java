package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;

/** A few valid bytes of a media type, for mock responses. */
final class SampleBytes {
  /** The smallest PNG: one transparent pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
          + "gg==";

  private static final String GIF = "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

  /** One gray pixel, with the shortest tables of ITU-T T.81. */
  private static final String JPEG =
      "/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
          + "AQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAA"
          + "AAD/2gAIAQEAAD8AP//Z";

  /** One pixel without loss (RFC 9649). */
  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  /** A sound of length zero: PCM, 8 bits, 8 kHz. */
  private static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

  /** A film without tracks: its type and the header of its movie (ISO 14496-12). */
  private static final String MP4 =
      "AAAAFGZ0eXBpc29tAAAAAGlzb20AAAB0bW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAAAAAAQAAAQAA"
          + "AAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAQ==";

  /** The length of a frame of MPEG-1 layer III with 32 kbit/s at 44.1 kHz. */
  private static final int MP3_LENGTH = 104;

  /** A file of length zero (RFC 1952). */
  private static final String GZIP = "H4sIAAAAAAAA/wMAAAAAAAAAAAA=";

  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

  /** An archive without files: only its end of central directory record. */
  private static final int ZIP_LENGTH = 22;

  /** An archive without files: two blocks of zeros. */
  private static final int TAR_LENGTH = 1_024;

  private SampleBytes() {}

  /** The bytes for a media type; ordinary text for unknown types. */
  static byte[] of(String mediaType) {
    return switch (mediaType) {
      case "image/png", "image/*" -> Base64.getDecoder().decode(PNG);
      case "image/gif" -> Base64.getDecoder().decode(GIF);
      case "image/jpeg", "image/jpg", "image/pjpeg" -> Base64.getDecoder().decode(JPEG);
      case "image/webp" -> Base64.getDecoder().decode(WEBP);
      case "audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave", "audio/*" ->
          Base64.getDecoder().decode(WAV);
      case "audio/mpeg", "audio/mp3" -> mp3();
      case "video/mp4", "audio/mp4", "audio/x-m4a", "video/*" -> Base64.getDecoder().decode(MP4);
      case "image/svg+xml" -> SVG.getBytes(UTF_8);
      case "application/pdf" -> pdf();
      case "application/zip", "application/x-zip-compressed", "application/java-archive" -> zip();
      case "application/gzip", "application/x-gzip" -> Base64.getDecoder().decode(GZIP);
      case "application/x-tar" -> new byte[TAR_LENGTH];
      case "application/xml", "text/xml" -> "<example/>".getBytes(UTF_8);
      case "text/html" -> "<!doctype html><title>Example</title>".getBytes(UTF_8);
      case "text/csv", "application/csv" -> "id,name\r\n1,example\r\n".getBytes(UTF_8);
      case "text/event-stream" -> "data: example\n\n".getBytes(UTF_8);
      default -> other(mediaType);
    };
  }

  private static byte[] other(String mediaType) {
    if (mediaType.endsWith("+zip") || mediaType.contains("openxmlformats")) {
      return zip();
    }
    return (mediaType.endsWith("+xml") ? "<example/>" : "example").getBytes(UTF_8);
  }

  private static byte[] zip() {
    byte[] archive = new byte[ZIP_LENGTH];
    System.arraycopy("PK\5\6".getBytes(ISO_8859_1), 0, archive, 0, 4);
    return archive;
  }

  /** A silent frame: its header, and side information and samples of zeros (ISO 11172-3). */
  private static byte[] mp3() {
    byte[] frame = new byte[MP3_LENGTH];
    System.arraycopy("\u00ff\u00fb\u0010\u00c4".getBytes(ISO_8859_1), 0, frame, 0, 4);
    return frame;
  }

  /** A document with one empty page (ISO 32000-1, section 7.5). */
  private static byte[] pdf() {
    String[] objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Resources<<>>>>"
    };
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
      file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = file.length();
    file.append(table).append("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n").append(start);
    return file.append("\n%%EOF\n").toString().getBytes(ISO_8859_1);
  }
}
