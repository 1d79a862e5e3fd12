package dev.dragoman.generator.bundle;

import dev.dragoman.generator.BundleGeneration;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.write.OutputFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bundle of a document, with what tests change of the request. */
final class Packed {
  static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      security: [{key: []}]
      components: {securitySchemes: {key: {type: http, scheme: bearer}}}
      paths:
        /lamps:
          get: {operationId: listLamps, responses: {"200": {description: OK}}}
          post: {operationId: addLamp, responses: {"201": {description: OK}}}
      """;

  final Path folder;
  String spec = SPEC;
  OperatorChoices operator = OperatorChoices.NONE;
  String version = "1.2.3";
  List<Path> libraries = new ArrayList<>();
  List<String> arguments = List.of();
  List<String> platforms = List.of("darwin", "win32", "linux");
  List<String> privacyPolicies = List.of();
  Optional<String> mainClass = Optional.empty();
  boolean sharedJar;
  Optional<String> displayName = Optional.empty();
  Optional<String> description = Optional.empty();
  Optional<Path> icon = Optional.empty();
  Optional<Path> javaRuntime = Optional.empty();
  Optional<String> homepage = Optional.empty();
  Optional<String> repository = Optional.empty();
  BundleAbout.Author author =
      new BundleAbout.Author(Optional.empty(), Optional.empty(), Optional.empty());
  Optional<RegistryRequest> registry = Optional.empty();
  Path jar;

  Packed(Path folder) throws IOException {
    this.folder = folder;
    this.jar = Files.write(folder.resolve("server.jar"), jar(null, "com/example/Some.class"));
    libraries.add(Files.write(folder.resolve("library-1.jar"), jar(null, "a/B.class")));
  }

  /** A jar with these entries. */
  static byte[] jar(String mainClass, String... entries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (mainClass != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
      }
    }
    return out.toByteArray();
  }

  Path target() {
    return folder.resolve("lamp.mcpb");
  }

  BundleGeneration prepare() throws IOException {
    Path document = Files.writeString(folder.resolve("lamp.yaml"), spec);
    return BundleGeneration.prepare(
        new GenerationRequest(
            SpecInput.of(document),
            GenerationOptions.inPackage("com.example").withOperator(operator),
            OutputFolders.below(folder.resolve("out")),
            "1"),
        new BundleRequest(
            target(),
            jar,
            libraries,
            mainClass,
            sharedJar,
            new BundleAbout(
                version,
                displayName,
                description,
                author,
                icon,
                homepage,
                Optional.empty(),
                Optional.empty(),
                repository,
                Optional.of("Apache-2.0"),
                privacyPolicies),
            arguments,
            platforms,
            javaRuntime),
        registry);
  }

  /** Writes the bundle and reads its entries. */
  Map<String, byte[]> files() throws IOException {
    prepare().write();
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(target().toFile())) {
      zip.stream()
          .forEach(
              entry -> {
                try {
                  files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }

  JsonNode manifest() throws IOException {
    return JsonMapper.shared().readTree(files().get("manifest.json"));
  }

  /** Writes the files and reads the registry's entry. */
  JsonNode entry() throws IOException {
    prepare().write();
    return JsonMapper.shared().readTree(Files.readAllBytes(registry.orElseThrow().target()));
  }
}
