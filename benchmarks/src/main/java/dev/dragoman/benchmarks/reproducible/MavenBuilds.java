package dev.dragoman.benchmarks.reproducible;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Builds copies of the project with Maven in different folders, with one thread and with two. */
final class MavenBuilds {
  private static final String OUTPUT = "generated-example/target";

  private MavenBuilds() {}

  /** The number of the example's archives that differ; each is named on standard error. */
  static int differences(Path folder) throws IOException, InterruptedException {
    Path first = folder.resolve("one");
    Path second = folder.resolve("another/deeper");
    build(first, List.of());
    build(second, List.of("-T2", "-Duser.timezone=Pacific/Chatham", "-Duser.language=tr"));
    Set<String> names = new TreeSet<>(archives(first.resolve(OUTPUT)));
    names.addAll(archives(second.resolve(OUTPUT)));
    int differences = 0;
    for (String name : names) {
      if (!same(first.resolve(OUTPUT).resolve(name), second.resolve(OUTPUT).resolve(name))) {
        System.err.println("  differs: " + name);
        differences++;
      }
    }
    System.out.println("maven, plain and with -T2\t" + names.size() + "\t" + differences);
    return names.isEmpty() ? 1 : differences;
  }

  private static void build(Path copy, List<String> flags)
      throws IOException, InterruptedException {
    copy(Home.path("."), copy);
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-DskipTests"));
    command.addAll(flags);
    command.addAll(List.of("package", "-pl", "generated-example", "-am"));
    System.err.println(String.join(" ", command));
    Child.run(copy, command).orThrow("Maven");
  }

  /** Copies everything except build output and version control. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = String.valueOf(folder.getFileName());
            if (name.equals("target") || name.equals(".git") || name.equals("node_modules")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static List<String> archives(Path target) throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      return all.filter(file -> file.toString().endsWith(".jar"))
          .map(file -> target.relativize(file).toString())
          .toList();
    }
  }

  private static boolean same(Path first, Path second) throws IOException {
    return Files.isRegularFile(first)
        && Files.isRegularFile(second)
        && Files.mismatch(first, second) < 0;
  }
}
