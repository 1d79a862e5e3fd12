package dev.dragoman.maven;

import dev.dragoman.generator.ClasspathDocument;
import dev.dragoman.generator.InputAddress;
import dev.dragoman.generator.goal.ApiChoice;
import dev.dragoman.generator.goal.GoalFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds documents that are configured as {@code classpath:NAME} among the dependencies of the
 * plugin. Their locks are in the module, because what is unpacked is deleted by {@code clean}.
 */
final class ApiDocuments {
  private static final String LOCKS = "src/main/openapi";

  private final Path base;
  private final Path unpacked;

  /**
   * Creates the look-up of a module.
   *
   * @param base the module's folder, against which Maven has resolved the configured values
   * @param reports the folder of reports, below which documents are unpacked
   */
  ApiDocuments(Path base, Path reports) {
    this.base = base;
    this.unpacked = reports.resolve("documents");
  }

  /** A configured document as a file; one that is not found is left for the check of addresses. */
  Path file(Path configured) {
    return name(configured).flatMap(this::find).orElse(configured);
  }

  /** The lock of a configured document; empty if it is beside the document, as usual. */
  Optional<Path> lock(Path configured) {
    return name(configured)
        .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.indexOf(':')) + 1))
        .map(name -> base.resolve(LOCKS).resolve(name + ".lock"));
  }

  /** An API with its document as a file. */
  ApiChoice located(ApiChoice api) {
    return new ApiChoice(
        api.document().map(this::file),
        api.apiName(),
        api.packageName(),
        api.baseUrl(),
        api.lockFile().or(() -> api.document().flatMap(this::lock)));
  }

  private Optional<String> name(Path configured) {
    String root = base.toAbsolutePath() + File.separator;
    String path = configured.toString();
    return InputAddress.of(path.startsWith(root) ? path.substring(root.length()) : path)
        .filter(address -> address.kind() == InputAddress.Kind.CLASSPATH)
        .map(InputAddress::text);
  }

  private Optional<Path> find(String address) {
    try {
      return ClasspathDocument.find(address, getClass().getClassLoader(), unpacked);
    } catch (IOException e) {
      throw new GoalFailure(address + ": " + e.getMessage(), e);
    }
  }
}
