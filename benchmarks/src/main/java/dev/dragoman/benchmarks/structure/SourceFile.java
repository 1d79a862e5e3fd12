package dev.dragoman.benchmarks.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java source file.
 *
 * @param packageName the package
 * @param publicType the simple name of its public top-level type, if it has one
 * @param lines the lines other than blank ones and imports
 * @param comments those of them that belong to a comment
 * @param methods the number of lines of each method, from its modifiers to its closing brace
 */
record SourceFile(
    String packageName,
    Optional<String> publicType,
    int lines,
    int comments,
    List<Integer> methods) {

  /** Reads all source files below a folder; none if the folder does not exist. */
  static List<SourceFile> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(SourceFile::isSource).sorted().toList();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<SourceFile> read = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        read.add(of(unit, trees));
      }
    }
    return read;
  }

  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java");
  }

  private static SourceFile of(CompilationUnitTree unit, Trees trees) throws IOException {
    String text = unit.getSourceFile().getCharContent(true).toString();
    List<Integer> methods = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        long start = trees.getSourcePositions().getStartPosition(unit, method);
        long end = trees.getSourcePositions().getEndPosition(unit, method);
        if (method.getBody() != null && end > start) {
          methods.add(
              (int) (unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start))
                  + 1);
        }
        return super.visitMethod(method, null);
      }
    }.scan(unit, null);
    Optional<String> publicType =
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
            .map(type -> type.getSimpleName().toString())
            .findFirst();
    return new SourceFile(
        String.valueOf(unit.getPackageName()),
        publicType,
        (int) text.lines().filter(SourceFile::counts).count(),
        comments(text),
        List.copyOf(methods));
  }

  private static boolean counts(String line) {
    return !line.isBlank() && !line.startsWith("import ");
  }

  /** In this project a comment never shares a line with code. */
  private static int comments(String text) {
    boolean inside = false;
    int count = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      if (inside || line.startsWith("//") || line.startsWith("/*")) {
        count++;
        inside = (inside || line.startsWith("/*")) && !line.endsWith("*/");
      }
    }
    return count;
  }
}
