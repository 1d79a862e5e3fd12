package dev.dragoman.generator.goal;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * One API of a goal.
 *
 * @param document the document; empty if the user did not name one
 * @param apiName the vendor's name
 * @param packageName package of the generated classes
 * @param baseUrl URL of the API, instead of the document's servers
 * @param lockFile the lock; the one next to the document if empty
 */
public record ApiChoice(
    Optional<Path> document,
    Optional<String> apiName,
    Optional<String> packageName,
    Optional<String> baseUrl,
    Optional<Path> lockFile) {
  public ApiChoice {
    Objects.requireNonNull(document);
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(baseUrl);
    Objects.requireNonNull(lockFile);
  }

  /** An API of which only the document is known. */
  static ApiChoice of(Path document) {
    return new ApiChoice(
        Optional.of(document),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  ApiChoice named(String name, String inPackage) {
    return new ApiChoice(document, Optional.of(name), Optional.of(inPackage), baseUrl, lockFile);
  }

  /** The document, for messages. */
  String documentText() {
    return document.map(Path::toString).orElse("");
  }
}
