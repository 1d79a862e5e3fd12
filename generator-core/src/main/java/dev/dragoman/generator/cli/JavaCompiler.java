package dev.dragoman.generator.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources with the compiler of the running JDK. */
final class JavaCompiler {
  private static final int MAX_MESSAGES = 10;

  private JavaCompiler() {}

  /**
   * Compiles every source below a root.
   *
   * @throws CompilationException with the first messages, when the compiler refuses
   */
  static void compile(Path sources, Path classes, List<Path> libraries) throws IOException {
    javax.tools.JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CompilationException("This Java has no compiler; run with a JDK of 17 or later.");
    }
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    Files.createDirectories(classes);
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> javaFiles =
          all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  messages,
                  options(classes, libraries),
                  null,
                  files.getJavaFileObjectsFromPaths(javaFiles))
              .call();
      if (!compiled) {
        throw new CompilationException(text(messages));
      }
    }
  }

  private static List<String> options(Path classes, List<Path> libraries) {
    String classPath =
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return List.of(
        "--release", "17", "-proc:none", "-parameters", "-d", classes.toString(), "-cp", classPath);
  }

  private static String text(DiagnosticCollector<JavaFileObject> messages) {
    return messages.getDiagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .limit(MAX_MESSAGES)
        .map(message -> message.toString())
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "The generated code does not compile; please report this with the document."
                    + System.lineSeparator(),
                ""));
  }
}
