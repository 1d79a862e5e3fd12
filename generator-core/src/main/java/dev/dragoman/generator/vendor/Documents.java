package dev.dragoman.generator.vendor;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.runtime.digest.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Gets the bytes of a document, complete and with the expected digest. */
public final class Documents {
  private Documents() {}

  /**
   * The bytes from a source.
   *
   * @param base the folder to which a relative file refers
   * @param offline whether fetching is forbidden
   * @throws GenerationException if the document cannot be fetched
   * @throws IOException if a file cannot be read
   */
  public static byte[] get(Source source, Path base, FetchOptions options, boolean offline)
      throws IOException {
    Optional<URI> url = source.url();
    if (url.isEmpty()) {
      return source.bytes(base, options);
    }
    if (offline) {
      throw VendorProblem.OFFLINE.at(
          source.text(), "The document cannot be fetched offline.", options.advice().offline());
    }
    return new HttpFetch(options).fetch(url.get());
  }

  /** Rejects bytes whose SHA-256 differs from the expected one, in hexadecimal. */
  public static void check(byte[] bytes, String expected, Source source) {
    String actual = sha256(bytes);
    if (!actual.equals(expected.strip().toLowerCase(Locale.ROOT))) {
      throw VendorProblem.CHECKSUM.at(
          source.text(),
          "The document's SHA-256 is " + actual + ", not " + expected.strip() + ".",
          "Find out why before you use the document.");
    }
  }

  /** The SHA-256 of bytes, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    return Sha256.hex(bytes);
  }

  /**
   * The name for a document's file, determined by its contents rather than the name of its source.
   */
  public static String fileName(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).strip();
    return start.startsWith("{") ? "openapi.json" : "openapi.yaml";
  }

  /** The exception for a file that exists but was not vendored here. */
  public static GenerationException occupied(Path place) {
    return VendorProblem.OCCUPIED.at(
        place,
        "Already exists and is not overwritten.",
        "Choose another location, or move the existing file away.");
  }

  /** The exception for a file that was edited while it was being read. */
  public static GenerationException edited(Path place) {
    return VendorProblem.EDITED.at(
        place, "The file changed while it was being read.", "Run the goal again.");
  }

  /** The exception for a call without a source. */
  public static GenerationException noSource(Path place, FetchAdvice advice) {
    return VendorProblem.SOURCE.at(place, "No source is given for the document.", advice.source());
  }
}
