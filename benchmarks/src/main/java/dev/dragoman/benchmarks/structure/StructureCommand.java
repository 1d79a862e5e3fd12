package dev.dragoman.benchmarks.structure;

import dev.dragoman.benchmarks.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Prints figures that show how easily a newcomer finds code by its package. */
@Command(
    name = "structure",
    header = "Prints sizes of packages, files and methods, public types, cycles and test lines.",
    description =
        "Exit code 1 when a package has more than 30 files, packages depend on each other in a"
            + " cycle, or a public type outside the API packages is not used by another package.")
public final class StructureCommand implements Callable<Integer> {
  private static final int MAX_FILES = 30;
  private static final List<String> MODULES =
      List.of(
          "runtime",
          "servlet",
          "script",
          "semantic",
          "testing",
          "generator-core",
          "maven-plugin",
          "cli",
          "openapi-generator-adapter");
  private static final Set<String> API =
      Set.of(
          "dev.dragoman.runtime",
          "dev.dragoman.runtime.client",
          "dev.dragoman.runtime.client.standalone",
          "dev.dragoman.runtime.extension",
          "dev.dragoman.runtime.request",
          "dev.dragoman.runtime.server",
          "dev.dragoman.runtime.server.http",
          "dev.dragoman.servlet",
          "dev.dragoman.testing");

  /** Types that the service loader finds by name, or that a command line starts. */
  private static final Set<String> FOUND_BY_NAME =
      Set.of(
          "dev.dragoman.cli.Dragoman",
          "dev.dragoman.generator.cli.Main",
          "dev.dragoman.openapigenerator.DragomanCodegen",
          "dev.dragoman.openapigenerator.UnreadDocument",
          "dev.dragoman.runtime.start.StartArchive",
          "dev.dragoman.script.QuickJsEngine",
          "dev.dragoman.semantic.MiniLmEncoder");

  private boolean good = true;

  @Override
  public Integer call() throws IOException {
    Map<String, List<SourceFile>> sources = new TreeMap<>();
    System.out.println(
        "module\tfiles\tlines\tfile p50\tp95\tmax\tmethod p50\tp95\tmax\tcomments\ttests/main");
    for (String module : MODULES) {
      List<SourceFile> main = SourceFile.below(Home.path(module).resolve("src/main/java"));
      List<SourceFile> test = SourceFile.below(Home.path(module).resolve("src/test/java"));
      sources.put(module, main);
      System.out.println(row(module, main, test));
    }
    packages(sources.values().stream().flatMap(List::stream).toList());
    List<Path> classes =
        Stream.concat(MODULES.stream(), Stream.of("benchmarks"))
            .map(module -> Home.path(module).resolve("target/classes"))
            .toList();
    ClassGraph graph = ClassGraph.of(classes, Home.emptyFolder("structure"));
    publicTypes(sources, graph);
    Set<String> cyclic = graph.cyclic();
    System.out.println("\npackages in cycles: " + cyclic.size() + " " + cyclic);
    good &= cyclic.isEmpty();
    return good ? 0 : 1;
  }

  private static String row(String module, List<SourceFile> main, List<SourceFile> test)
      throws IOException {
    int lines = lines(main);
    List<Integer> files = main.stream().map(SourceFile::lines).sorted().toList();
    List<Integer> methods =
        main.stream().flatMap(file -> file.methods().stream()).sorted().toList();
    int cases = TestCases.lines(Home.path(module).resolve("src/test/resources/tables"));
    int comments = main.stream().mapToInt(SourceFile::comments).sum();
    return String.join(
        "\t",
        module,
        Integer.toString(main.size()),
        Integer.toString(lines),
        percentiles(files),
        percentiles(methods),
        String.format(Locale.ROOT, "%d %%", 100 * comments / Math.max(1, lines)),
        String.format(Locale.ROOT, "%.2f", (lines(test) + cases) / (double) Math.max(1, lines)));
  }

  private static int lines(List<SourceFile> files) {
    return files.stream().mapToInt(SourceFile::lines).sum();
  }

  private static String percentiles(List<Integer> sorted) {
    if (sorted.isEmpty()) {
      return "-\t-\t-";
    }
    int last = sorted.size() - 1;
    return sorted.get(last / 2) + "\t" + sorted.get(last * 95 / 100) + "\t" + sorted.get(last);
  }

  private void packages(List<SourceFile> files) {
    Map<String, Integer> counts = new TreeMap<>();
    files.forEach(file -> counts.merge(file.packageName(), 1, Integer::sum));
    System.out.println("\nlargest packages, files:");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(10)
        .forEach(one -> System.out.println(one.getValue() + "\t" + one.getKey()));
    List<String> large = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          if (count > MAX_FILES) {
            large.add(name);
          }
        });
    System.out.println("packages: " + counts.size() + ", over " + MAX_FILES + " files: " + large);
    good &= large.isEmpty();
  }

  /** A public type outside the API needs a reason to be public: its use by another package. */
  private void publicTypes(Map<String, List<SourceFile>> sources, ClassGraph graph) {
    System.out.println("\nmodule\tpublic types\tAPI\tused by other packages\twithout a reason");
    sources.forEach(
        (module, files) -> {
          List<String> types =
              files.stream()
                  .filter(file -> file.publicType().isPresent())
                  .map(file -> file.packageName() + "." + file.publicType().get())
                  .toList();
          long api = types.stream().filter(StructureCommand::isApi).count();
          List<String> idle =
              types.stream().filter(type -> !isApi(type) && graph.users(type).isEmpty()).toList();
          System.out.println(
              String.join(
                  "\t",
                  module,
                  Integer.toString(types.size()),
                  Long.toString(api),
                  Long.toString(types.size() - api - idle.size()),
                  idle.toString()));
          good &= idle.isEmpty();
        });
  }

  /**
   * Whether a type belongs to the plugin's API, which consists of mojos and what a POM configures.
   */
  private static boolean isApi(String type) {
    return API.contains(type.substring(0, type.lastIndexOf('.')))
        || FOUND_BY_NAME.contains(type)
        || (type.startsWith("dev.dragoman.maven.") && type.matches(".*(Mojo|Settings|\\.Api)"));
  }
}
