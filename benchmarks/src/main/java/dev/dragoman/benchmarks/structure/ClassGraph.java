package dev.dragoman.benchmarks.structure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The dependencies between top-level types of the project, as reported by {@code jdeps}. */
final class ClassGraph {
  private static final Pattern EDGE =
      Pattern.compile("^\\s+(dev\\.dragoman\\.\\S+)\\s+->\\s+(dev\\.dragoman\\.\\S+)\\s");

  private final Map<String, Set<String>> users = new TreeMap<>();
  private final Map<String, Set<String>> packages = new TreeMap<>();

  private ClassGraph() {}

  /**
   * Reads compiled classes.
   *
   * @param scratch an empty folder for copies without module descriptors, so that jdeps does not
   *     resolve modules
   */
  static ClassGraph of(List<Path> classFolders, Path scratch) throws IOException {
    for (Path folder : classFolders) {
      copy(folder, scratch);
    }
    StringWriter out = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("-v", "--ignore-missing-deps", "--multi-release", "base"));
    arguments.add(scratch.toString());
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    PrintWriter writer = new PrintWriter(out);
    if (jdeps.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("jdeps: " + out);
    }
    ClassGraph graph = new ClassGraph();
    out.toString().lines().forEach(graph::add);
    return graph;
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      if (!file.getFileName().toString().equals("module-info.class")) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void add(String line) {
    Matcher edge = EDGE.matcher(line);
    if (edge.find()) {
      String user = topLevel(edge.group(1));
      String used = topLevel(edge.group(2));
      if (!packageOf(user).equals(packageOf(used))) {
        users.computeIfAbsent(used, unused -> new TreeSet<>()).add(packageOf(user));
        packages.computeIfAbsent(packageOf(user), unused -> new TreeSet<>()).add(packageOf(used));
      }
    }
  }

  private static String topLevel(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }

  /** The packages, other than its own, that use a type. */
  Set<String> users(String type) {
    return users.getOrDefault(type, Set.of());
  }

  /** Packages that depend on themselves through others. */
  Set<String> cyclic() {
    Set<String> cyclic = new TreeSet<>();
    for (String start : packages.keySet()) {
      Deque<String> open = new ArrayDeque<>(packages.get(start));
      Set<String> seen = new TreeSet<>();
      while (!open.isEmpty()) {
        String next = open.remove();
        if (seen.add(next)) {
          open.addAll(packages.getOrDefault(next, Set.of()));
        }
      }
      if (seen.contains(start)) {
        cyclic.add(start);
      }
    }
    return cyclic;
  }
}
