package dev.dragoman.benchmarks.diff;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
import dev.dragoman.benchmarks.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares documents whose differences are known from elsewhere. */
public final class DiffCommand implements Command {

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String usage() {
    return "[OLD NEW]  compares two versions of GitHub's document (needs npm), or of another, and"
        + " counts what is added and removed without the generator too; then nine mutations of an"
        + " OpenAPI 3.0 and a 3.1 document, beside openapi-diff 2.1.7; exit code 1 when a figure or"
        + " a class is wrong";
  }

  @Override
  public int run(List<String> arguments) throws IOException, InterruptedException {
    if (!arguments.isEmpty() && arguments.size() != 2) {
      throw new BadCallException("diff wants two documents, or none.");
    }
    Path folder = Home.emptyFolder("diff");
    try {
      Versions versions =
          arguments.isEmpty()
              ? Versions.ofGitHub(folder)
              : new Versions(
                  Path.of(arguments.get(0)).toAbsolutePath(),
                  Path.of(arguments.get(1)).toAbsolutePath());
      boolean same = versions.compare(folder);
      return mutations(folder) && same ? 0 : 1;
    } finally {
      Home.delete(folder);
    }
  }

  private static boolean mutations(Path folder) throws IOException, InterruptedException {
    List<Mutation> all = Mutations.all();
    List<Path> files = new ArrayList<>();
    for (Mutation mutation : all) {
      Path before = folder.resolve(files.size() + "-before.yaml");
      files.add(Files.writeString(before, mutation.before()));
      files.add(Files.writeString(folder.resolve(files.size() + "-after.yaml"), mutation.after()));
    }
    System.err.println("asking openapi-diff");
    List<String> theirs = OpenApiDiff.verdicts(folder, files);
    System.out.println("mutation\tOpenAPI\tdiff\tas expected\topenapi-diff 2.1.7");
    boolean right = true;
    for (int i = 0; i < all.size(); i++) {
      Mutation mutation = all.get(i);
      Set<String> found = found(files.get(2 * i), files.get(2 * i + 1));
      boolean fine = found.equals(mutation.expected());
      right &= fine;
      System.out.println(
          String.join(
              "\t",
              mutation.name(),
              mutation.version(),
              Mutation.text(found),
              fine ? "yes" : "NO, " + mutation.expectedText(),
              theirs.get(i)));
    }
    return right;
  }

  /** Class and code of every change. */
  static Set<String> found(Path before, Path after) {
    return DiffProbe.compare(before, after).changes().stream()
        .map(change -> change.effect().word() + " " + change.code())
        .collect(Collectors.toSet());
  }
}
