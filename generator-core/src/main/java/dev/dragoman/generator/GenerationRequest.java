package dev.dragoman.generator;

import dev.dragoman.generator.plan.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One API to generate a server for.
 *
 * @param document the OpenAPI document
 * @param options what the user chose
 * @param folders where the output goes
 * @param generatorVersion part of the fingerprint: another version may write other files
 */
public record GenerationRequest(
    Path document, GenerationOptions options, OutputFolders folders, String generatorVersion) {
  public GenerationRequest {
    Objects.requireNonNull(document);
    Objects.requireNonNull(options);
    Objects.requireNonNull(folders);
    Objects.requireNonNull(generatorVersion);
  }
}
