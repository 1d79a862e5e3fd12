package dev.dragoman.benchmarks.server;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Stopwatch;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.cli.ServerJar;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server built in this JVM, and how long each step took.
 *
 * @param generated the result of the generator
 * @param folders its sources and resources
 * @param jar its archive
 * @param generateMillis reading, planning, printing and writing
 * @param compileMillis compiling, and copying the libraries next to the archive
 * @param packMillis packing the archive
 * @param cpuMillis processor time of all steps
 */
public record BuiltServer(
    GenerationResult generated,
    OutputFolders folders,
    Path jar,
    double generateMillis,
    double compileMillis,
    double packMillis,
    double cpuMillis) {

  /**
   * Generates, compiles and packs a server.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document is rejected
   * @throws dev.dragoman.generator.cli.CompilationException if the code does not compile
   */
  public static BuiltServer of(SpecInput input, Path out) throws IOException {
    return of(input, out, GenerationOptions.inPackage("server"));
  }

  /** Generates, compiles and packs a server with options. */
  public static BuiltServer of(SpecInput input, Path out, GenerationOptions options)
      throws IOException {
    return of(input, out, options, List.of(Home.serverLibraries()));
  }

  /**
   * Generates, compiles and packs a server with options.
   *
   * @param libraries the folders with its libraries
   */
  public static BuiltServer of(
      SpecInput input, Path out, GenerationOptions options, List<Path> libraries)
      throws IOException {
    OutputFolders folders = OutputFolders.below(out.resolve("generated"));
    Stopwatch generating = new Stopwatch();
    GenerationResult result =
        Generator.generate(new GenerationRequest(input, options, folders, "bench"));
    double generateMillis = generating.millis();
    ServerJar jar = new ServerJar(out, libraries);
    Stopwatch compiling = new Stopwatch();
    jar.compile(folders);
    double compileMillis = compiling.millis();
    Stopwatch packing = new Stopwatch();
    jar.pack(folders, result.mainClass());
    return new BuiltServer(
        result,
        folders,
        jar.jar(),
        generateMillis,
        compileMillis,
        packing.millis(),
        generating.cpuMillis());
  }

  /** The time of all steps. */
  public double millis() {
    return generateMillis + compileMillis + packMillis;
  }

  /** The number of handlers in the sources, counted by the calls that create them. */
  public long handlers() throws IOException {
    long handlers = 0;
    for (Path file : files(folders.sources())) {
      String source = Files.readString(file, StandardCharsets.UTF_8);
      handlers += source.split("OperationHandler\\.of\\(", -1).length - 1L;
    }
    return handlers;
  }

  public long sourceBytes() throws IOException {
    return bytes(folders.sources());
  }

  public long resourceBytes() throws IOException {
    return bytes(folders.resources());
  }

  /** The size of the search index. */
  public long indexBytes() throws IOException {
    return files(folders.resources()).stream()
        .filter(file -> file.endsWith("search.idx"))
        .mapToLong(BuiltServer::size)
        .sum();
  }

  public long jarBytes() {
    return size(jar);
  }

  private static long bytes(Path root) throws IOException {
    return files(root).stream().mapToLong(BuiltServer::size).sum();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
