package dev.dragoman.generator.vendor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The source of a document.
 *
 * @param text as specified by the user
 * @param url if it has to be fetched
 */
public record Source(String text, Optional<URI> url) {
  public Source {
    Objects.requireNonNull(text);
    Objects.requireNonNull(url);
  }

  /**
   * An http or https URL, or otherwise a file.
   *
   * @param advice for the message about a URL with credentials
   * @throws dev.dragoman.generator.problem.GenerationException if it is neither
   */
  public static Source of(String text, FetchAdvice advice) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return new Source(text, Optional.empty());
    }
    try {
      URI url = new URI(text);
      if (url.getHost() != null && url.getUserInfo() == null) {
        return new Source(text, Optional.of(url));
      }
    } catch (URISyntaxException e) {
      // Reported below.
    }
    throw VendorProblem.SOURCE.at(
        withoutUser(text),
        "Cannot fetch this URL: only http and https URLs without credentials are supported.",
        advice.credentials());
  }

  private static String withoutUser(String text) {
    return text.replaceFirst("//[^/@]*@", "//…@");
  }

  /** The bytes of a file. */
  byte[] bytes(Path folder, FetchOptions options) throws IOException {
    Path file = file(folder);
    if (Files.size(file) > options.maxBytes()) {
      throw VendorProblem.SIZE.at(
          text,
          "The document is larger than " + options.maxBytes() + " bytes.",
          options.advice().limit());
    }
    return Files.readAllBytes(file);
  }

  /** The file, if the source is not a URL. */
  Path file(Path folder) {
    try {
      Path file = folder.resolve(text).toAbsolutePath().normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // Reported below.
    }
    throw VendorProblem.SOURCE.at(
        text, "File not found.", "Specify a file or an http or https URL.");
  }
}
