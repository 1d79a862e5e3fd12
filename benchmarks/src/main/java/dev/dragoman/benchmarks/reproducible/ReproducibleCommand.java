package dev.dragoman.benchmarks.reproducible;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Builds the same documents in surroundings that differ in all they can, and compares bytes. */
public final class ReproducibleCommand implements Command {
  private static final List<String> HERE =
      List.of(
          "-Duser.timezone=America/Los_Angeles",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1");

  /** A language with letters of its own in lower and upper case, and a quarter of an hour off. */
  private static final List<String> ELSEWHERE =
      List.of(
          "-Duser.timezone=Pacific/Chatham",
          "-Duser.language=tr",
          "-Duser.country=TR",
          "-Dfile.encoding=ISO-8859-1",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4");

  @Override
  public String name() {
    return "reproducible";
  }

  @Override
  public String usage() {
    return "DIR [--maven]  builds servers for the documents of DIR twice: other folder, time zone,"
        + " language, encoding, number of threads; with --maven the example too, by Maven with and"
        + " without -T2; exit code 1 when a byte differs";
  }

  @Override
  public int run(List<String> arguments) throws IOException, InterruptedException {
    boolean maven = arguments.contains("--maven");
    List<String> folders = arguments.stream().filter(word -> !word.equals("--maven")).toList();
    if (folders.size() != 1) {
      throw new BadCallException("reproducible wants one folder of documents.");
    }
    Path documents = Path.of(folders.get(0)).toAbsolutePath();
    Path folder = Home.emptyFolder("reproducible");
    try {
      System.out.println("what\tfiles\tdifferent");
      int differences = documents(documents, folder);
      differences += maven ? MavenBuilds.differences(folder) : 0;
      return differences == 0 ? 0 : 1;
    } finally {
      Home.delete(folder);
    }
  }

  private static int documents(Path documents, Path folder)
      throws IOException, InterruptedException {
    Path first = digests(documents, HERE, folder.resolve("a"));
    Path second = digests(documents, ELSEWHERE, folder.resolve("another folder/b"));
    Set<String> one = new TreeSet<>(Files.readAllLines(first));
    Set<String> other = new TreeSet<>(Files.readAllLines(second));
    List<String> different = new ArrayList<>(one);
    different.removeAll(other);
    List<String> extra = new ArrayList<>(other);
    extra.removeAll(one);
    different.forEach(line -> System.err.println("  here:      " + line));
    extra.forEach(line -> System.err.println("  elsewhere: " + line));
    int differences = Math.max(different.size(), extra.size());
    System.out.println("documents built twice\t" + one.size() + "\t" + differences);
    return one.isEmpty() ? 1 : differences;
  }

  private static Path digests(Path documents, List<String> surroundings, Path folder)
      throws IOException, InterruptedException {
    System.err.println("building with " + String.join(" ", surroundings));
    Files.createDirectories(folder);
    Path digests = folder.resolve("digests.tsv");
    List<String> flags = new ArrayList<>(surroundings);
    flags.add("-Ddragoman.home=" + Home.path("."));
    List<String> words =
        List.of(documents.toString(), folder.resolve("out").toString(), digests.toString());
    Child.run(folder, Jvm.running(DigestProbe.class, flags, words)).orThrow("The build");
    return digests;
  }
}
