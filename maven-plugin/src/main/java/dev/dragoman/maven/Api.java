package dev.dragoman.maven;

import java.io.File;
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

  static Api of(@Nullable File inputSpec, @Nullable String packageName) {
    Api api = new Api();
    api.inputSpec = inputSpec;
    api.packageName = packageName;
    return api;
  }
}
