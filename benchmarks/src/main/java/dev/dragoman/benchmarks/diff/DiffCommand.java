package dev.dragoman.benchmarks.diff;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares documents whose differences are known from another source. */
@Command(
    name = "diff",
    header = "Compares documents whose differences are known from elsewhere.",
    description =
        "Compares two versions of a document and counts what is added and removed without the generator"
            + " too; then nine mutations of an OpenAPI 3.0 and a 3.1 document, beside openapi-diff 2.1.7."
            + " Exit code 1 when a count or a class of change is wrong.")
public final class DiffCommand implements Callable<Integer> {

  @ArgGroup(exclusive = false)
  private @Nullable Pair pair;

  /** The two versions. */
  private static final class Pair {
    @Parameters(
        index = "0",
        paramLabel = "OLD",
        converter = Document.class,
        description = "The older version. Default: two versions of GitHub's document (needs npm).")
    private Path before;

    @Parameters(
        index = "1",
        paramLabel = "NEW",
        converter = Document.class,
        description = "The newer version.")
    private Path after;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Home.emptyFolder("diff");
    try {
      Versions versions =
          pair == null
              ? Versions.ofGitHub(folder)
              : new Versions(pair.before.toAbsolutePath(), pair.after.toAbsolutePath());
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

  /** Effect and code of every change. */
  static Set<String> found(Path before, Path after) {
    return DiffProbe.compare(before, after).changes().stream()
        .map(change -> change.effect().word() + " " + change.code())
        .collect(Collectors.toSet());
  }
}
