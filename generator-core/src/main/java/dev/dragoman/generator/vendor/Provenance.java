package dev.dragoman.generator.vendor;

import dev.dragoman.generator.problem.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The origin of a vendored document, as recorded in the file {@code SOURCE.txt} next to it.
 *
 * @param source URL or file
 * @param date the day on which it was fetched, ISO 8601
 * @param sha256 the digest of the document, in hexadecimal
 * @param license the license according to the document; empty if there is none
 * @param title the API's title and version
 * @param document name of the document's file
 */
public record Provenance(
    String source, String date, String sha256, String license, String title, String document) {
  /** The name of the file. */
  public static final String FILE = "SOURCE.txt";

  public Provenance {
    Objects.requireNonNull(source);
    Objects.requireNonNull(date);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(license);
    Objects.requireNonNull(title);
    Objects.requireNonNull(document);
  }

  /** The text of the file. */
  public String text() {
    return line("source", source)
        + line("date", date)
        + line("sha256", sha256)
        + line("license", license.isEmpty() ? "not stated in the document" : license)
        + line("title", title)
        + line("document", document);
  }

  private static String line(String name, String value) {
    return name + ": " + VisibleText.of(value) + "\n";
  }

  /** Reads the origin of the document in a folder; empty if it is missing or unusable. */
  public static Optional<Provenance> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        values.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    String document = values.getOrDefault("document", "");
    boolean usable = values.containsKey("source") && document.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    return usable
        ? Optional.of(
            new Provenance(
                values.getOrDefault("source", ""),
                values.getOrDefault("date", ""),
                values.getOrDefault("sha256", ""),
                values.getOrDefault("license", values.getOrDefault("licence", "")),
                values.getOrDefault("title", ""),
                document))
        : Optional.empty();
  }
}
