package dev.dragoman.benchmarks.hostile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Runs one hostile document through the real command line. */
final class Trial {
  private static final int SECONDS = 10;

  /** Locations that attacks aim at; nothing may change there. */
  private static final List<Path> CANARIES =
      List.of(Path.of("/opt"), Path.of("/etc"), Path.of("/srv"));

  private static final Pattern TRACE =
      Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|^Exception in thread|OutOfMemory|StackOverflow");

  private final Path home;
  private final Path spec;
  private final Path around;
  private final Path logs;
  private final Expectation expectation;
  private final Listeners listeners;
  private final List<String> faults = new ArrayList<>();

  /**
   * Creates a trial.
   *
   * @param home the project's folder, built
   * @param around an empty folder that will contain the output folder and the process's own
   * @param logs an empty folder elsewhere
   */
  Trial(
      Path home, Path spec, Path around, Path logs, Expectation expectation, Listeners listeners) {
    this.home = home;
    this.spec = spec;
    this.around = around;
    this.logs = logs;
    this.expectation = expectation;
    this.listeners = listeners;
  }

  /**
   * The outcome.
   *
   * @param outcome {@code built}, {@code refused} or {@code exit N}
   * @param faults empty if everything is as expected
   */
  record Verdict(String outcome, long millis, List<String> faults) {}

  Verdict run() throws IOException, InterruptedException, ClassNotFoundException {
    Path out = around.resolve("out");
    List<Path> watched = new ArrayList<>(CANARIES);
    watched.add(around);
    watched.add(Objects.requireNonNull(spec.getParent()));
    for (String own : List.of("cwd", "tmp", "home")) {
      Files.createDirectories(around.resolve(own));
    }
    Snapshot before = Snapshot.of(watched);
    WatchedJava.Outcome outcome = new WatchedJava(around, logs).run(arguments(out), SECONDS);
    before
        .changes(Snapshot.of(watched), out)
        .forEach(file -> faults.add("changed outside the output folder: " + file));
    process(outcome);
    if (outcome.code() == 0) {
      if (expectation.mayBeBuilt()) {
        faults.addAll(new ServerChecks(spec, out, logs, expectation).faults());
        connections();
      } else {
        faults.add("built although it must be refused");
      }
    } else {
      refusal(outcome, out);
    }
    return new Verdict(word(outcome.code()), outcome.millis(), faults);
  }

  private static String word(int code) {
    return switch (code) {
      case 0 -> "built";
      case 1 -> "refused";
      default -> "exit " + code;
    };
  }

  private List<String> arguments(Path out) {
    Path core = home.resolve("generator-core/target");
    return List.of(
        "-cp",
        core.resolve("dragoman-generator.jar") + File.pathSeparator + core.resolve("lib/*"),
        "dev.dragoman.generator.cli.Main",
        "--spec",
        spec.toString(),
        "--out",
        out.toString(),
        "--lib",
        home.resolve("generated-example/target/lib").toString());
  }

  private void process(WatchedJava.Outcome outcome) {
    if (outcome.code() < 0) {
      faults.add("more than " + SECONDS + " s of processor time, or no end");
    }
    if (TRACE.matcher(outcome.output()).find()) {
      faults.add("a stack trace: " + outcome.output().lines().findFirst().orElse(""));
    }
    // The compiler loads address classes itself, but none that connects.
    if (!outcome.telling().isEmpty()) {
      faults.add("loaded what only connections and programs need: " + outcome.telling());
    }
    connections();
  }

  private void connections() {
    int connections = listeners.connections();
    if (connections > 0) {
      faults.add(connections + " connections");
    }
  }

  private void refusal(WatchedJava.Outcome outcome, Path out) {
    if (!expectation.mayBeRefused()) {
      faults.add("refused although a server must come of it: " + outcome.output().strip());
    }
    if (outcome.code() != 1) {
      faults.add("exit code " + outcome.code());
    }
    String name = Pattern.quote(String.valueOf(spec.getFileName()));
    if (!Pattern.compile(name + "(:[0-9]+:[0-9]+|[^\\n]*\\(#/)").matcher(outcome.output()).find()) {
      faults.add("the message names no file and place: " + outcome.output().strip());
    }
    if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      faults.add("something was written although it was refused");
    }
  }
}
