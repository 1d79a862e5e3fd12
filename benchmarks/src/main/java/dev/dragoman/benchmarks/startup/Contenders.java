package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.serving.StartArchives;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who starts in the same rounds: the server with and without its archive, and the SDKs. */
final class Contenders {
  private static final String TYPESCRIPT_SDK = "@modelcontextprotocol/sdk@1.32.2";

  /** Of the libraries of this program, those of the Java SDK's server. */
  private static final Pattern OF_THE_SDK =
      Pattern.compile(
          "(mcp|jackson|reactor|reactive|slf4j|json-schema|itu|jspecify|snakeyaml).*\\.jar");

  private Contenders() {}

  /** All of them; without the TypeScript SDK if Node is not available. */
  static List<Contender> of(Path jar, List<Jdk> javas) throws IOException, InterruptedException {
    List<Contender> all = new ArrayList<>();
    for (Jdk java : javas) {
      all.add(Contender.plain(java, jar.toAbsolutePath()));
      System.err.println("startup: archives for " + java);
      StartArchives archives = StartArchives.make(jar, java);
      all.add(Contender.archived(java, archives.arguments("stdio"), archives.arguments("http")));
      all.add(Contender.peer("Java SDK, one tool, " + java, sdk(java)));
    }
    typescript().ifPresent(all::add);
    return all;
  }

  private static List<String> sdk(Jdk java) throws IOException {
    Path target = Home.path("benchmarks/target");
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      String classPath =
          Stream.concat(
                  libraries.filter(
                      file -> OF_THE_SDK.matcher(file.getFileName().toString()).matches()),
                  Stream.of(target.resolve("dragoman-benchmarks.jar")))
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      // Last the jar whose manifest names all the other libraries.
      return List.of(java.program().toString(), "-cp", classPath, OneToolServer.class.getName());
    }
  }

  private static Optional<Contender> typescript() throws InterruptedException {
    Path folder = Home.path("target/node-peer");
    try (InputStream script =
        Objects.requireNonNull(
            Contenders.class.getResourceAsStream("one-tool.mjs"), "one-tool.mjs")) {
      Files.createDirectories(folder);
      Path file = folder.resolve("one-tool.mjs");
      Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
      if (!Files.exists(folder.resolve("node_modules/@modelcontextprotocol/sdk"))) {
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
        Child.run(
                folder,
                List.of(
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error",
                    TYPESCRIPT_SDK))
            .orThrow("npm");
      }
      return Optional.of(Contender.peer(Contender.TYPESCRIPT, List.of("node", file.toString())));
    } catch (IOException e) {
      System.err.println("startup: no TypeScript server: " + e.getMessage());
      return Optional.empty();
    }
  }
}
