package dev.dragoman.openapigenerator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.ignore.CodegenIgnoreProcessor;

/**
 * The files that the ignore file ({@code .openapi-generator-ignore}, or the one of {@code
 * --ignore-file-override}) excludes: they are left as they were before.
 */
final class IgnoredFiles {
  private final CodegenIgnoreProcessor rules;
  private final Path folder;
  private final Map<Path, byte[]> before = new HashMap<>();

  private IgnoredFiles(CodegenIgnoreProcessor rules, Path folder) {
    this.rules = rules;
    this.folder = folder;
  }

  /** Remembers the files as they are. */
  static IgnoredFiles of(CodegenConfig config, Path folder) throws IOException {
    String override = config.getIgnoreFilePathOverride();
    CodegenIgnoreProcessor rules =
        override != null && new File(override).canRead()
            ? new CodegenIgnoreProcessor(new File(override))
            : new CodegenIgnoreProcessor(folder.toString());
    IgnoredFiles files = new IgnoredFiles(rules, folder);
    for (Path file : files.current()) {
      files.before.put(file, Files.readAllBytes(file));
    }
    return files;
  }

  private List<Path> current() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !rules.allowsFile(file.toFile()))
          .toList();
    }
  }

  /** Puts the files back, and deletes those that did not exist. */
  void restore() throws IOException {
    for (Path file : current()) {
      if (!before.containsKey(file)) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      Files.createDirectories(Objects.requireNonNull(file.getKey().getParent()));
      Files.write(file.getKey(), file.getValue());
    }
  }
}
