package dev.dragoman.generator.module;

import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.vendor.FetchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Modules for the tests, of a document with one operation. */
final class NewModule {
  static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Desk Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          get: {operationId: listLamps, responses: {"200": {description: OK}}}
      """;

  private static final List<String> VERSIONS =
      List.of(
          "clean",
          "compiler",
          "dependency",
          "deploy",
          "install",
          "jar",
          "jib",
          "junit",
          "resources",
          "shade",
          "slf4j",
          "surefire");

  private NewModule() {}

  /** Sets up a module for a document with one operation; returns its files by name. */
  static Map<String, String> of(Path folder, String server, Optional<String> artifactId)
      throws IOException {
    Files.writeString(folder.resolve("lamp.yaml"), SPEC.replace("https://lamp.example", server));
    Path module = folder.resolve("module");
    ModuleSetup.create(request(folder, module, artifactId));
    return Trees.read(module);
  }

  /** A request for a module of {@code lamp.yaml} in a folder. */
  static ModuleRequest request(Path folder, Path module, Optional<String> artifactId) {
    VendorRequest document =
        new VendorRequest(
            Optional.of("lamp.yaml"),
            Optional.empty(),
            folder,
            module,
            Optional.empty(),
            FetchOptions.direct(),
            true,
            false,
            LocalDate.EPOCH);
    Map<String, String> versions = new HashMap<>(Map.of("dragoman", "1.2.3"));
    VERSIONS.forEach(name -> versions.put(name, "3.0.0"));
    return new ModuleRequest(
        document, module, "com.example", artifactId, Optional.empty(), Optional.empty(), versions);
  }
}
