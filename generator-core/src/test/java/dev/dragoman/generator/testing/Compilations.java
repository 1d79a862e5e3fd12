package dev.dragoman.generator.testing;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources as the strictest of users would: for Java 17, with every lint switched on. */
public final class Compilations {
  private static final String JAVA = ".java";

  private Compilations() {}

  /** Compiles every source below a folder against the class path of the tests. */
  public static Compilation compile(Path sources) throws IOException {
    return compile(read(sources));
  }

  /**
   * Compiles sources against the class path of the tests.
   *
   * @param sources their texts by path, such as {@code a/b/Main.java}
   */
  public static Compilation compile(Map<String, String> sources) {
    return javac()
        .withOptions("--release", "17", "-Xlint:all,-processing")
        .compile(
            sources.entrySet().stream()
                .map(source -> source(source.getKey(), source.getValue()))
                .toList());
  }

  /** Every source below a folder, by its path. */
  public static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(JAVA)).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        sources.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return sources;
  }

  /** A source as the compiler takes it; diagnostics name it by its path. */
  public static JavaFileObject source(String path, String text) {
    String name = path.substring(0, path.length() - JAVA.length()).replace('/', '.');
    return JavaFileObjects.forSourceString(name, text);
  }

  /** The diagnostics of a compilation as {@code ERROR a/b/Main.java:7 incompatible types}. */
  public static List<String> messages(Compilation compilation) {
    return compilation.diagnostics().stream().map(Compilations::message).toList();
  }

  private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String place = source == null ? "" : source.toUri().getPath().substring(1);
    String text = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    return diagnostic.getKind() + " " + place + ":" + diagnostic.getLineNumber() + " " + text;
  }
}
