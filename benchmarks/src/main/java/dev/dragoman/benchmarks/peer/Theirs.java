package dev.dragoman.benchmarks.peer;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * openapi-mcp-generator: generate, compile with the project's own {@code tsc}, start. The compiler
 * may report type errors and still write its output; the server is then started and the errors are
 * reported.
 */
final class Theirs implements Way {
  static final String VERSION = "4.0.1";
  private static final String PACKAGE = "openapi-mcp-generator";

  private final Path document;
  private final Path tool;
  private final Path out;

  private Theirs(Path document, Path tool, Path out) {
    this.document = document;
    this.tool = tool;
    this.out = out;
  }

  /** Installs the generator, and the packages that its servers need. Neither is measured. */
  static Theirs installed(Path document, Path folder) throws IOException, InterruptedException {
    Path tool = Files.createDirectories(folder.resolve("tool"));
    Path out = folder.resolve("theirs");
    Files.writeString(tool.resolve("package.json"), "{\"private\":true}\n");
    npm(tool, List.of(PACKAGE + "@" + VERSION));
    Theirs theirs = new Theirs(document, tool, out);
    theirs.generate().orThrow(PACKAGE);
    npm(out, List.of());
    return theirs;
  }

  private static void npm(Path folder, List<String> packages)
      throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
    command.addAll(packages);
    Child.run(folder, command).orThrow("npm install");
  }

  private Child.Outcome generate() throws IOException, InterruptedException {
    return Child.run(
        tool,
        List.of(
            "node",
            tool.resolve("node_modules/.bin/" + PACKAGE).toString(),
            "--input",
            document.toString(),
            "--output",
            out.toString(),
            "--force"));
  }

  @Override
  public String name() {
    return PACKAGE + " " + VERSION;
  }

  /** The installed versions, from the lock file; they are the same in all rounds. */
  @Override
  public Round round() throws IOException, InterruptedException {
    Home.delete(out.resolve("build"));
    Home.delete(out.resolve("src"));
    Child.Outcome generated = generate().orThrow(PACKAGE);
    Child.Outcome compiled =
        Child.run(out, List.of("node", out.resolve("node_modules/.bin/tsc").toString()));
    Start start = Start.of(List.of("node", out.resolve("build/index.js").toString()));
    return new Round(
        generated.millis() + compiled.millis(),
        start.millis(),
        Math.max(
            start.peakMegabytes(), Math.max(generated.peakMegabytes(), compiled.peakMegabytes())),
        start.tools() + " tools listed; " + remark(compiled));
  }

  private static String remark(Child.Outcome compiled) {
    return compiled.exitCode() == 0
        ? "tsc ok"
        : "tsc exit code " + compiled.exitCode() + ": " + compiled.tail(1);
  }
}
