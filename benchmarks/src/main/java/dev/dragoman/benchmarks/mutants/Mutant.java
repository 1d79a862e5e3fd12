package dev.dragoman.benchmarks.mutants;

import dev.dragoman.benchmarks.corpus.DeclaredOperations;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generates and compiles one mutant. */
final class Mutant {
  private Mutant() {}

  /** The outcome for a mutant; the text says what is wrong if it failed, otherwise it is empty. */
  record Fate(Kind kind, String text) {}

  /** The kinds of outcomes. */
  enum Kind {
    BUILT,
    /** Built, but with fewer or more operations than the mutant declares. */
    PARTLY,
    REFUSED,
    FAILED
  }

  /**
   * Tries a mutant.
   *
   * @param folder an empty folder for the output
   */
  static Fate of(Path document, Path folder) throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    int operations;
    try {
      operations =
          Generator.generate(
                  new GenerationRequest(
                      SpecInput.of(document),
                      GenerationOptions.inPackage("mutant"),
                      folders,
                      "bench"))
              .operations();
    } catch (GenerationException e) {
      return refused(e, folder);
    } catch (RuntimeException | StackOverflowError e) {
      return new Fate(Kind.FAILED, trace(e));
    }
    List<String> errors = compile(folders.sources(), folder.resolve("classes"));
    return errors.isEmpty()
        ? built(document, operations)
        : new Fate(Kind.FAILED, "javac: " + String.join("; ", errors));
  }

  private static Fate built(Path document, int operations) throws IOException {
    int declared = DeclaredOperations.of(document).size();
    return declared == operations
        ? new Fate(Kind.BUILT, "")
        : new Fate(Kind.PARTLY, operations + " of " + declared + " operations");
  }

  private static Fate refused(GenerationException e, Path folder) {
    for (Problem problem : e.problems()) {
      boolean error = problem.severity() == Problem.Severity.ERROR;
      boolean placed = problem.location().line() > 0 || !problem.location().pointer().isEmpty();
      if (error && !placed) {
        return new Fate(Kind.FAILED, "refused without a place: " + problem);
      }
    }
    return Files.exists(folder.resolve("sources"))
        ? new Fate(Kind.FAILED, "refused, but something was written")
        : new Fate(Kind.REFUSED, String.valueOf(e.getMessage()));
  }

  private static String trace(Throwable e) {
    StackTraceElement[] frames = e.getStackTrace();
    String where = frames.length == 0 ? "" : " at " + frames[0];
    for (StackTraceElement frame : frames) {
      if (frame.getClassName().startsWith("dev.dragoman")) {
        return e + where + ", " + frame;
      }
    }
    return e + where;
  }

  private static List<String> compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    Files.createDirectories(classes);
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> javaFiles = all.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      compiler
          .getTask(
              null, files, messages, options, null, files.getJavaFileObjectsFromPaths(javaFiles))
          .call();
    }
    return messages.getDiagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .limit(3)
        .map(Object::toString)
        .toList();
  }
}
