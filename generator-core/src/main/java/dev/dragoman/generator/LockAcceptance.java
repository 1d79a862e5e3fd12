package dev.dragoman.generator;

import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.LockComparison;
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

/** Agrees to what a document exposes: compares it with the lock, or writes the lock anew. */
public final class LockAcceptance {
  private static final Lock EMPTY = new Lock(List.of(), Map.of());

  private final Path file;
  private final Lock wanted;
  private final Comparison changes;

  private LockAcceptance(Path file, Lock wanted) {
    this.file = file;
    this.wanted = wanted;
    this.changes = compare(readable(file), wanted);
  }

  /**
   * What agreeing to a document would write; nothing is written yet.
   *
   * @throws GenerationException when the document is refused
   */
  public static LockAcceptance of(GenerationRequest request) {
    Path file = request.lock().file().orElseThrow();
    return new LockAcceptance(file, Lock.of(PlannedApi.withoutLock(request).plan()));
  }

  /**
   * Writes the lock.
   *
   * @return what it changes
   * @throws IOException when the disk refuses; then the lock stays as it is
   */
  public Comparison write() throws IOException {
    AtomicFile.replace(file, LockFile.text(wanted).getBytes(StandardCharsets.UTF_8));
    return changes;
  }

  /**
   * What a document would change of its lock.
   *
   * @return empty when there is no lock
   * @throws GenerationException when the document or the lock cannot be read
   */
  public static Optional<Comparison> compare(GenerationRequest request) {
    Lock wanted = Lock.of(PlannedApi.withoutLock(request).plan());
    return request.lock().file().flatMap(LockFile::read).map(agreed -> compare(agreed, wanted));
  }

  /**
   * Writes the lock that agrees to a document. A lock that cannot be read, for a merge conflict for
   * one, is replaced too: nothing was agreed to in it.
   *
   * @return what the new lock changes
   * @throws GenerationException when the document is refused; then the lock stays as it is
   * @throws IOException when the disk refuses; then too
   */
  public static Comparison accept(GenerationRequest request) throws IOException {
    return of(request).write();
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
