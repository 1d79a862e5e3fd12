package dev.dragoman.runtime.library;

import java.util.Optional;

/** The version of Dragoman's runtime. */
public final class RuntimeVersion {
  private static final Optional<String> FOUND =
      ClassPathLibraries.version("dev.dragoman", "dragoman-runtime");

  private RuntimeVersion() {}

  /**
   * The version that Maven wrote into the runtime's jar. Unlike the manifest, that file is still
   * there if all jars of a server are merged into one. Empty for a runtime that is not in a jar.
   */
  public static Optional<String> find() {
    return FOUND;
  }
}
