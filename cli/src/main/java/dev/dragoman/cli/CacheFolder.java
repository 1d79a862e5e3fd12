package dev.dragoman.cli;

import dev.dragoman.runtime.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where servers are built, so that a later start finds what an earlier one has built: in the cache
 * folder of the user, since what is in a shared folder could have been written by somebody else.
 */
final class CacheFolder {
  private static final int DIGITS = 12;

  private CacheFolder() {}

  /** The folder for the server of a document. */
  static Path of(Path document) {
    return of(
        document.toAbsolutePath().normalize(),
        System.getenv(),
        System.getProperty("os.name", ""),
        System.getProperty("user.home", ""));
  }

  static Path of(Path document, Map<String, String> environment, String system, String home) {
    String name = String.valueOf(document.getFileName()).replaceFirst("\\.[^.]*$", "");
    String digest =
        Sha256.hex(document.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return base(environment, system.toLowerCase(Locale.ROOT), home)
        .resolve("dragoman")
        .resolve(name + "-" + digest);
  }

  private static Path base(Map<String, String> environment, String system, String home) {
    if (system.startsWith("windows")) {
      @Nullable String local = environment.get("LOCALAPPDATA");
      return local == null ? Path.of(home, "AppData", "Local") : Path.of(local);
    }
    if (system.startsWith("mac")) {
      return Path.of(home, "Library", "Caches");
    }
    // XDG Base Directory Specification: a relative path is to be ignored.
    @Nullable String cache = environment.get("XDG_CACHE_HOME");
    return cache != null && cache.startsWith("/") ? Path.of(cache) : Path.of(home, ".cache");
  }
}
