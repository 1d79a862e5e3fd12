package dev.dragoman.benchmarks.diff;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** openapi-diff, the tool for comparison, in a separate process; Maven resolves its class path. */
final class OpenApiDiff {
  private static final String MARK = "openapi-diff: ";

  private OpenApiDiff() {}

  /**
   * The tool's verdicts on pairs of documents.
   *
   * @param pairs old, new, old, new
   * @return one or two words per pair
   */
  static List<String> verdicts(Path folder, List<Path> pairs)
      throws IOException, InterruptedException {
    Path tool = Home.path(".ci/openapi-diff");
    Path classPath = folder.resolve("openapi-diff.classpath");
    Child.run(
            tool,
            List.of(
                "mvn",
                "-B",
                "-q",
                "-ntp",
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + classPath))
        .orThrow("Maven");
    List<String> command = new ArrayList<>(List.of(Jvm.program()));
    command.addAll(List.of("-cp", Files.readString(classPath).strip()));
    command.add(tool.resolve("OpenApiDiff.java").toString());
    pairs.forEach(document -> command.add(document.toString()));
    List<String> verdicts =
        Child.run(folder, command)
            .orThrow("openapi-diff")
            .output()
            .lines()
            .filter(line -> line.startsWith(MARK))
            .map(line -> line.substring(MARK.length()))
            .toList();
    if (verdicts.size() * 2 != pairs.size()) {
      throw new IOException("openapi-diff judged " + verdicts.size() + " pairs");
    }
    return verdicts;
  }
}
