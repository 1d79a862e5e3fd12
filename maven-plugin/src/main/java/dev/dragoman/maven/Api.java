package dev.dragoman.maven;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** One of several APIs of an execution, as configured. */
public final class Api {
  /** The document. */
  @Nullable File inputSpec;

  /** The vendor's word. */
  @Nullable String apiName;

  /** Package of the generated classes. */
  @Nullable String packageName;

  /** Where the API is, in place of the servers that the document names. */
  @Nullable String baseUrl;

  /** The lock; by default the file beside the document. */
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
