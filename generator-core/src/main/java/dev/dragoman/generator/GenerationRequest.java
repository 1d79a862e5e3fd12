package dev.dragoman.generator;

import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.util.Objects;

/**
 * One API to generate a server for.
 *
 * @param input the document
 * @param options what the user chose
 * @param folders where the output goes
 * @param generatorVersion part of the fingerprint: another version may write other files
 * @param lock which lock is heeded, and how
 */
public record GenerationRequest(
    SpecInput input,
    GenerationOptions options,
    OutputFolders folders,
    String generatorVersion,
    LockPolicy lock) {
  public GenerationRequest {
    Objects.requireNonNull(input);
    Objects.requireNonNull(options);
    Objects.requireNonNull(folders);
    Objects.requireNonNull(generatorVersion);
    Objects.requireNonNull(lock);
  }

  /** A request that heeds no lock. */
  public GenerationRequest(
      SpecInput input, GenerationOptions options, OutputFolders folders, String generatorVersion) {
    this(input, options, folders, generatorVersion, LockPolicy.NONE);
  }

  /** The same request, heeding a lock. */
  public GenerationRequest withLock(LockPolicy policy) {
    return new GenerationRequest(input, options, folders, generatorVersion, policy);
  }
}
