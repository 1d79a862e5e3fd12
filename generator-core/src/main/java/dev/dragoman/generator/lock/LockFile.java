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
 * A lock on disk. Two comment lines, a digest of what follows, one line for the API, one per
 * operation, sorted by id:
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

  /** Where the lock of a document is unless it is said otherwise: beside it. */
  public static Path beside(Path document) {
    return document.resolveSibling(document.getFileName() + ".lock");
  }

  /** The text of a lock. */
  public static String text(Lock lock) {
    List<String> lines = new ArrayList<>();
    lines.add("api servers=" + LockLine.list(lock.servers()));
    lock.entries().values().forEach(entry -> lines.add(LockLine.of(entry)));
    String rest = String.join("\n", lines) + "\n";
    return HEADER + "\n" + ADVICE + "\n" + DIGEST + Sha256.hex(rest) + "\n" + rest;
  }

  /**
   * Reads a lock.
   *
   * @return empty when there is no such file
   * @throws GenerationException when it is no whole lock, with the line
   */
  public static Optional<Lock> read(Path file) {
    return bytes(file).map(bytes -> parse(file, bytes));
  }

  /**
   * The bytes of a lock.
   *
   * @return empty when there is no such file
   * @throws GenerationException when it cannot be read
   */
  public static Optional<byte[]> bytes(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw refuse(
          "DRG-LOCK-001",
          Location.file(file.toString()),
          "The lock file cannot be read: " + e.getMessage());
    }
  }

  /**
   * The lock that these bytes are.
   *
   * @param file where they are from, for messages
   * @throws GenerationException when they are not a whole lock, with the line
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
    // A checkout may have turned line ends; the lock is the same.
    return List.of(text.replace("\r\n", "\n").split("\n", -1));
  }

  static GenerationException refuse(String code, Location location, String what) {
    Problems problems = new Problems();
    problems.error(code, location, what, RUN_ACCEPT);
    return new GenerationException(problems.all());
  }

  static boolean digestMatches(List<String> lines) {
    String rest = String.join("\n", lines.subList(FIRST_LINE - 1, lines.size()));
    return lines.get(FIRST_LINE - 2).equals(DIGEST + Sha256.hex(rest));
  }
}
