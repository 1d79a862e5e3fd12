package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.tree.SourceText;
import dev.dragoman.runtime.digest.Sha256;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that a run looked for, with the digest of the bytes that were read from each. The
 * digest is computed from the bytes that are parsed: if a file is edited during the run, it no
 * longer matches and the next run reads it again.
 */
public final class ReadFiles {
  private final Map<Path, String> digests = new LinkedHashMap<>();

  /**
   * Reads a file once.
   *
   * @param name the name of the file in messages
   * @param limit maximum size in bytes
   * @return its text
   * @throws LocatedException if it cannot be read or is not text
   */
  String read(Path path, String name, long limit) {
    byte[] bytes = bytes(path, name, limit);
    digests.put(SourceFiles.real(path), Sha256.hex(bytes));
    return SourceText.text(bytes, name);
  }

  private byte[] bytes(Path path, String name, long limit) {
    try {
      return SourceText.bytes(path, name, limit);
    } catch (LocatedException e) {
      digests.put(path.toAbsolutePath().normalize(), ReadResult.UNREAD);
      throw e;
    }
  }

  /** Records that a referenced file does not exist, because creating it changes the input. */
  void missing(Path path) {
    digests.putIfAbsent(path, ReadResult.ABSENT);
  }

  /** The files that exist, in the order in which they were read. */
  List<Path> paths() {
    return digests.entrySet().stream()
        .filter(file -> !file.getValue().equals(ReadResult.ABSENT))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** SHA-256 in hexadecimal, {@link ReadResult#ABSENT} or {@link ReadResult#UNREAD}, by path. */
  public Map<Path, String> digests() {
    return Collections.unmodifiableMap(digests);
  }
}
