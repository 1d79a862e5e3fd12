package dev.dragoman.generator.lock;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lock file: two comment lines, a digest of everything after it, one line for the API, and one
 * line per operation, sorted by id, and one per operation that is a tool of its own. One line per
 * operation makes changes easy to review, and the digest detects lines that were edited or merged
 * by hand:
 *
 * <pre>
 * # dragoman lock 1
 * # …
 * sha256 9f86d081…
 * api servers=https://lamp.example
 * operation getLamp GET /lamps/{id} read auth=none required=path:id contract=2c26b46b…
 * </pre>
 */
public final class LockFile {
  static final String HEADER = "# dragoman lock 1";
  private static final String ADVICE =
      "# What the server may expose. Review every change; written by dragoman:accept, not by hand.";
  private static final String DIGEST = "sha256 ";
  static final String RUN_ACCEPT = "Run the accept goal and review the change.";
  private static final int FIRST_LINE = 4;

  private LockFile() {}

  /** The default location of a document's lock: next to it. */
  public static Path beside(Path document) {
    return document.resolveSibling(document.getFileName() + ".lock");
  }

  /** The text of a lock. Equal locks always have equal text. */
  public static String text(Lock lock) {
    List<String> lines = new ArrayList<>();
    lines.add("api servers=" + LockLine.list(lock.servers()));
    lock.entries().values().forEach(entry -> lines.add(LockLine.of(entry)));
    lock.tools().values().forEach(tool -> lines.add(LockLine.of(tool)));
    String rest = String.join("\n", lines) + "\n";
    return HEADER + "\n" + ADVICE + "\n" + DIGEST + Sha256.hex(rest) + "\n" + rest;
  }

  /**
   * Reads a lock.
   *
   * @return empty if there is no such file
   * @throws GenerationException if it is not a complete lock, with the line
   */
  public static Optional<Lock> read(Path file) {
    return bytes(file).map(bytes -> parse(file, bytes));
  }

  /**
   * The bytes of a lock.
   *
   * @return empty if there is no such file
   * @throws GenerationException if it cannot be read
   */
  public static Optional<byte[]> bytes(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (Files.isDirectory(file)) {
      throw refuse(
          "DRG-LOCK-001", Location.file(file.toString()), "This is a directory, not a lock file.");
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw refuse(
          "DRG-LOCK-001",
          Location.file(file.toString()),
          "The lock file cannot be read: " + e.getMessage() + ".");
    }
  }

  /**
   * Parses a lock.
   *
   * @param file its file, for messages
   * @throws GenerationException if it is not a complete lock, with the line
   */
  public static Lock parse(Path file, byte[] bytes) {
    try {
      return new LockReader(file.toString(), lines(bytes)).read();
    } catch (CharacterCodingException e) {
      throw refuse(
          "DRG-LOCK-001", Location.file(file.toString()), "The lock file is not valid UTF-8.");
    }
  }

  private static List<String> lines(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    // An editor may have added a byte order mark, and Git may have changed the line endings on
    // checkout; the lock is still the same.
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return List.of(content.replace("\r\n", "\n").split("\n", -1));
  }

  /**
   * The exception for an invalid lock. The remedy is always the same: the accept goal writes a new
   * one.
   */
  static GenerationException refuse(String code, Location location, String what) {
    Problems problems = new Problems();
    problems.error(code, location, what, RUN_ACCEPT);
    return new GenerationException(problems.all());
  }

  /** Whether the digest matches the lines after it. */
  static boolean digestMatches(List<String> lines) {
    String rest = String.join("\n", lines.subList(FIRST_LINE - 1, lines.size()));
    return lines.get(FIRST_LINE - 2).equals(DIGEST + Sha256.hex(rest));
  }
}
