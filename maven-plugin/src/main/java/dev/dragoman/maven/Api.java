package dev.dragoman.maven;

import dev.dragoman.generator.goal.ApiChoice;
import java.io.File;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of several APIs of an execution, as configured. */
public final class Api {
  /** The document. */
  @Nullable File inputSpec;

  /** The vendor's name. */
  @Nullable String apiName;

  /** Package of the generated classes. */
  @Nullable String packageName;

  /** Base URL of the API, instead of the document's servers. */
  @Nullable String baseUrl;

  /** The lock file; by default, the one next to the document. */
  @Nullable File lockFile;

  /** For Maven. */
  public Api() {}

  ApiChoice choice() {
    return new ApiChoice(
        Optional.ofNullable(inputSpec).map(File::toPath),
        Optional.ofNullable(apiName),
        Optional.ofNullable(packageName),
        Optional.ofNullable(baseUrl),
        Optional.ofNullable(lockFile).map(File::toPath));
  }
}
