package dev.dragoman.generator.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles generated sources with the compiler of the running JDK. The compiler uses one core, so
 * many sources are divided between two compilers; each of them reads what it needs from the other's
 * share as source.
 */
final class JavaCompiler {
  private static final int MAX_MESSAGES = 10;

  /**
   * Minimum number of files to divide: for fewer, reading the JDK's classes twice costs more than
   * it saves.
   */
  private static final int FILES_TO_SHARE = 200;

  private final javax.tools.JavaCompiler compiler;
  private final Path sources;
  private final List<String> options;

  private JavaCompiler(
      javax.tools.JavaCompiler compiler, Path sources, Path classes, List<Path> libraries) {
    this.compiler = compiler;
    this.sources = sources;
    this.options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-parameters",
            "-implicit:none",
            "-sourcepath",
            sources.toString(),
            "-d",
            classes.toString(),
            "-cp",
            libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  /**
   * Compiles every source file below a folder.
   *
   * @throws CompilationException with the first messages, if the sources do not compile
   */
  static void compile(Path sources, Path classes, List<Path> libraries) throws IOException {
    javax.tools.JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CompilationException("No Java compiler is available; run with JDK 17 or later.");
    }
    Files.createDirectories(classes);
    new JavaCompiler(compiler, sources, classes, libraries).compile();
  }

  private void compile() throws IOException {
    List<DiagnosticCollector<JavaFileObject>> refused;
    try (Stream<Path> all = Files.walk(sources)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      refused =
          shares(files).parallelStream().map(this::refusal).flatMap(Optional::stream).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!refused.isEmpty()) {
      throw new CompilationException(text(refused));
    }
  }

  /** Divides files alternately, because neighboring files have similar sizes. */
  private static List<List<Path>> shares(List<Path> files) {
    if (files.size() < FILES_TO_SHARE) {
      return List.of(files);
    }
    Map<Boolean, List<Path>> halves =
        IntStream.range(0, files.size())
            .boxed()
            .collect(
                Collectors.partitioningBy(
                    index -> index % 2 == 0, Collectors.mapping(files::get, Collectors.toList())));
    return List.copyOf(halves.values());
  }

  /** The messages of the compiler if a share does not compile. */
  private Optional<DiagnosticCollector<JavaFileObject>> refusal(List<Path> share) {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  null, files, messages, options, null, files.getJavaFileObjectsFromPaths(share))
              .call();
      return compiled ? Optional.empty() : Optional.of(messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(List<DiagnosticCollector<JavaFileObject>> refused) {
    return refused.stream()
        .flatMap(messages -> messages.getDiagnostics().stream())
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .limit(MAX_MESSAGES)
        .map(message -> message.toString())
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "The generated code does not compile; please report this along with the document."
                    + System.lineSeparator(),
                ""));
  }
}
