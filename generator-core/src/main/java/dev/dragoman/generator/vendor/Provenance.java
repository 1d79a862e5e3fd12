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
 * Where a vendored document came from; the file {@code SOURCE.txt} beside it.
 *
 * @param source URL or file
 * @param date of the day it was taken, ISO 8601
 * @param sha256 of the document, in hexadecimal
 * @param license what the document says about it; empty when nothing
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

  /** What a folder says about its document; empty when it says nothing that can be used. */
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
