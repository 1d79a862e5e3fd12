package dev.dragoman.benchmarks.reproducible;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Builds the same documents in environments that differ as much as possible, and compares the
 * bytes.
 */
@Command(
    name = "reproducible",
    header = "Builds every document twice in different surroundings and compares the bytes.",
    description =
        "The surroundings differ in folder, time zone, language, encoding and number of threads. Exit"
            + " code 1 when a byte differs.")
public final class ReproducibleCommand implements Callable<Integer> {
  private static final List<String> HERE =
      List.of(
          "-Duser.timezone=America/Los_Angeles",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1");

  /**
   * A language with its own rules for upper and lower case, and a time zone with an offset of a
   * quarter of an hour.
   */
  private static final List<String> ELSEWHERE =
      List.of(
          "-Duser.timezone=Pacific/Chatham",
          "-Duser.language=tr",
          "-Duser.country=TR",
          "-Dfile.encoding=ISO-8859-1",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4");

  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description = "The folder of the documents, as for corpus.")
  private Path folder;

  @Option(
      names = "--maven",
      description = "Build the example twice by Maven too, with and without -T2.")
  private boolean maven;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path work = Home.emptyFolder("reproducible");
    try {
      System.out.println("what\tfiles\tdifferent");
      int differences = documents(folder.toAbsolutePath(), work);
      differences += maven ? MavenBuilds.differences(work) : 0;
      return differences == 0 ? 0 : 1;
    } finally {
      Home.delete(work);
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
