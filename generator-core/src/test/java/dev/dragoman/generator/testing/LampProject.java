package dev.dragoman.generator.testing;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small project with every kind of input: a document, a file it refers to, an overlay, a lock.
 */
public final class LampProject {
  public static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps/{id}:
          get:
            operationId: getLamp
            parameters:
              - {name: id, in: path, required: true, schema: {$ref: "id.yaml"}}
            responses: {"200": {description: OK}}
      """;

  public static final String OVERLAY =
      """
      overlay: 1.0.0
      info: {title: words, version: "1"}
      actions:
        - {target: $.info, update: {description: lamps}}
      """;

  private LampProject() {}

  /** Writes the inputs, except the lock, into a folder. */
  public static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("lamp.yaml"), SPEC);
    Files.writeString(folder.resolve("id.yaml"), "type: string\n");
    Files.writeString(folder.resolve("overlay.yaml"), OVERLAY);
  }

  /** The request that generates from the inputs in a folder, which fails if the lock differs. */
  public static GenerationRequest request(Path folder) {
    return new GenerationRequest(
        new SpecInput(
            folder.resolve("lamp.yaml"),
            Optional.empty(),
            Set.of(),
            List.of(folder.resolve("overlay.yaml"))),
        GenerationOptions.inPackage("com.example"),
        OutputFolders.below(folder.resolve("out")),
        "1",
        new LockPolicy(Optional.of(folder.resolve("lamp.lock")), Mode.FAIL));
  }
}
