package dev.dragoman.generator.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources as the strictest of users would. */
public final class Compiler {
  private Compiler() {}

  /** All messages of the compiler with every lint switched on; none when it has nothing to say. */
  public static List<String> compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    Files.createDirectories(classes);
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> javaFiles = all.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "--release",
              "17",
              "-Xlint:all,-processing",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      compiler
          .getTask(
              null, files, messages, options, null, files.getJavaFileObjectsFromPaths(javaFiles))
          .call();
    }
    return messages.getDiagnostics().stream().map(Object::toString).toList();
  }
}
