package dev.dragoman.generator;

import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.LockComparison;
import dev.dragoman.generator.lock.FormerIds;
import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockFile;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.write.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accepts the operations that a document exposes: compares them with the lock, and writes a new
 * lock.
 */
public final class LockAcceptance {
  private static final Lock EMPTY = new Lock(List.of(), Map.of());

  private final Path file;
  private final Lock wanted;
  private final Comparison changes;

  private LockAcceptance(Path file, Lock wanted, boolean keepsFormerIds) {
    this.file = file;
    Lock previous = readable(file);
    this.wanted = keepsFormerIds ? FormerIds.kept(previous, wanted) : wanted;
    this.changes = compare(previous, wanted);
  }

  /**
   * Prepares the acceptance of a document; nothing is written yet.
   *
   * @param keepsFormerIds whether renamed operations can still be called by the ids that they had
   * @throws GenerationException if the document is rejected
   */
  public static LockAcceptance of(GenerationRequest request, boolean keepsFormerIds) {
    Path file = request.lock().file().orElseThrow();
    return new LockAcceptance(
        file, Lock.of(PlannedApi.withoutLock(request).plan()), keepsFormerIds);
  }

  /**
   * Writes the lock.
   *
   * @return the changes to the previous lock
   * @throws IOException if the lock cannot be written; it is then as before
   */
  public Comparison write() throws IOException {
    AtomicFile.replace(file, LockFile.text(wanted).getBytes(StandardCharsets.UTF_8));
    return changes;
  }

  /**
   * The changes that a document would make to its lock.
   *
   * @return empty if there is no lock
   * @throws GenerationException if the document or the lock cannot be read
   */
  public static Optional<Comparison> compare(GenerationRequest request) {
    Lock wanted = Lock.of(PlannedApi.withoutLock(request).plan());
    return request.lock().file().flatMap(LockFile::read).map(agreed -> compare(agreed, wanted));
  }

  /**
   * Writes a lock that accepts a document. A lock that cannot be read, because of a merge conflict
   * for example, is replaced, too: its contents cannot be relied on.
   *
   * @return the changes to the previous lock
   * @throws GenerationException if the document is rejected; the lock is then as before
   * @throws IOException if the lock cannot be written; it is then as before
   */
  public static Comparison accept(GenerationRequest request) throws IOException {
    return of(request, true).write();
  }

  private static Lock readable(Path file) {
    try {
      return LockFile.read(file).orElse(EMPTY);
    } catch (GenerationException e) {
      return EMPTY;
    }
  }

  private static Comparison compare(Lock agreed, Lock wanted) {
    return LockComparison.of(agreed, wanted, "the document");
  }
}
