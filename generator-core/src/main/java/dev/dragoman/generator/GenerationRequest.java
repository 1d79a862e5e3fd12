package dev.dragoman.generator;

import dev.dragoman.generator.plan.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.util.Objects;

/**
 * One API to generate a server for.
 *
 * @param input the document
 * @param options what the user chose
 * @param folders where the output goes
 * @param generatorVersion part of the fingerprint: another version may write other files
 */
public record GenerationRequest(
    SpecInput input, GenerationOptions options, OutputFolders folders, String generatorVersion) {
  public GenerationRequest {
    Objects.requireNonNull(input);
    Objects.requireNonNull(options);
    Objects.requireNonNull(folders);
    Objects.requireNonNull(generatorVersion);
  }
}
