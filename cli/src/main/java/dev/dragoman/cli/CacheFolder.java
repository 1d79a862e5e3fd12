package dev.dragoman.cli;

import dev.dragoman.generator.cli.NamedDocument;
import dev.dragoman.runtime.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where servers are built, so that a later start finds what an earlier one has built: in the cache
 * folder of the user, since what is in a shared folder could have been written by somebody else.
 */
final class CacheFolder {
  private static final int DIGITS = 12;

  /** The longest name of a file of most file systems is 255 bytes. */
  private static final int MAX_NAME = 100;

  private CacheFolder() {}

  /** The folder for the server of one document, or of several. */
  static Path of(List<NamedDocument> documents) {
    return of(
        documents.stream()
            .map(one -> new NamedDocument(one.name(), one.file().toAbsolutePath().normalize()))
            .toList(),
        System.getenv(),
        System.getProperty("os.name", ""),
        System.getProperty("user.home", ""));
  }

  static Path of(
      List<NamedDocument> documents, Map<String, String> environment, String system, String home) {
    String name = documents.stream().map(CacheFolder::word).collect(Collectors.joining("+"));
    String digest =
        Sha256.hex(key(documents).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return base(environment, system.toLowerCase(Locale.ROOT), home)
        .resolve("dragoman")
        .resolve(name.substring(0, Math.min(name.length(), MAX_NAME)) + "-" + digest);
  }

  private static String word(NamedDocument document) {
    return String.valueOf(document.file().getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /** What a single API is called has no effect: its server is built again in the same folder. */
  private static String key(List<NamedDocument> documents) {
    return documents.size() == 1
        ? documents.get(0).file().toString()
        : documents.stream()
            .map(one -> one.name().orElse("") + "=" + one.file())
            .collect(Collectors.joining("\n"));
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
