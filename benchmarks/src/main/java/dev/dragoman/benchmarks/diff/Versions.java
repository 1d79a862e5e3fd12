package dev.dragoman.benchmarks.diff;

import dev.dragoman.benchmarks.corpus.DeclaredOperations;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Two versions of a document, compared by the generator and by the keys of their plain maps. */
record Versions(Path older, Path newer) {
  private static final String PACKAGE = "@octokit/openapi";
  private static final String DOCUMENT = "package/generated/api.github.com.json";

  /** Two versions of GitHub's document that npm provides. */
  static Versions ofGitHub(Path folder) throws IOException, InterruptedException {
    return new Versions(fetched(folder, "18.0.0"), fetched(folder, "19.1.0"));
  }

  private static Path fetched(Path folder, String version)
      throws IOException, InterruptedException {
    System.err.println("fetching " + PACKAGE + " " + version);
    Child.run(folder, List.of("npm", "pack", "--silent", PACKAGE + "@" + version))
        .orThrow("npm pack");
    String archive = "octokit-openapi-" + version + ".tgz";
    Child.run(folder, List.of("tar", "-xzf", archive, DOCUMENT)).orThrow("tar");
    Path document = folder.resolve(version + ".json");
    Files.move(folder.resolve(DOCUMENT), document);
    return document;
  }

  /**
   * Prints both results.
   *
   * @return whether they contain the same routes
   */
  boolean compare(Path folder) throws IOException, InterruptedException {
    Child.Outcome outcome =
        Child.run(
                folder,
                Jvm.running(
                    DiffProbe.class, List.of(), List.of(older.toString(), newer.toString())))
            .orThrow("The comparison");
    Set<String> before = DeclaredOperations.of(older);
    Set<String> after = DeclaredOperations.of(newer);
    System.out.println("operations\traw\tdiff\tthe same");
    boolean added = row("added", without(after, before), listed(outcome, "operation-added"));
    boolean removed = row("removed", without(before, after), listed(outcome, "operation-removed"));
    System.out.printf(
        Locale.ROOT,
        "# %d and %d operations; %s changes in all; %.1f s from start to end of a JVM of its own,"
            + " %s MB of heap at the peak, %.0f MB resident%n",
        before.size(),
        after.size(),
        value(outcome, "changes"),
        outcome.millis() / 1000,
        value(outcome, "heap"),
        outcome.peakMegabytes());
    return added && removed;
  }

  private static boolean row(String name, Set<String> raw, Set<String> ours) {
    boolean same = raw.equals(ours);
    System.out.printf("%s\t%d\t%d\t%s%n", name, raw.size(), ours.size(), same ? "yes" : "NO");
    without(raw, ours).forEach(route -> System.err.println("  not " + name + " by us: " + route));
    without(ours, raw).forEach(route -> System.err.println("  " + name + " by us: " + route));
    return same;
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static Set<String> listed(Child.Outcome outcome, String code) {
    Set<String> routes = new TreeSet<>();
    outcome
        .output()
        .lines()
        .filter(line -> line.startsWith(code + "\t"))
        .forEach(line -> routes.add(line.substring(code.length() + 1)));
    return routes;
  }

  private static String value(Child.Outcome outcome, String name) {
    return String.join("", listed(outcome, name));
  }
}
