package dev.dragoman.generator;

import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.util.Objects;

/**
 * A request to generate a server for one API.
 *
 * @param input the document
 * @param options the user's choices
 * @param folders the output folders
 * @param generatorVersion part of the fingerprint, because another version may generate other files
 * @param lock which lock is used, and how it is enforced
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

  /** A request without a lock. */
  public GenerationRequest(
      SpecInput input, GenerationOptions options, OutputFolders folders, String generatorVersion) {
    this(input, options, folders, generatorVersion, LockPolicy.NONE);
  }

  /** This request with a lock. */
  public GenerationRequest withLock(LockPolicy policy) {
    return new GenerationRequest(input, options, folders, generatorVersion, policy);
  }
}
