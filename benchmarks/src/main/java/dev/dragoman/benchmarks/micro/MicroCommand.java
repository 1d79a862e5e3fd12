package dev.dragoman.benchmarks.micro;

import dev.dragoman.benchmarks.BadInputException;
import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.serving.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the JMH benchmarks of single steps of a call. */
@Command(
    name = "micro",
    header = "Time and allocation of single steps of a call, by JMH.",
    description =
        "Runs the JMH benchmarks of request reading, validation, preparation of a call, response"
            + " shaping, search, and of whole calls without HTTP. Prints time and allocated bytes of"
            + " each step. Exit code 1 when a step does not have the result that is meant to be"
            + " measured.")
public final class MicroCommand implements Callable<Integer> {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** The first version of Java that warns of what JMH uses. */
  private static final int WARNS_OF_UNSAFE = 24;

  @Parameters(
      paramLabel = "PATTERN",
      arity = "0..1",
      defaultValue = ".",
      description = "Run only benchmarks whose name contains a match of this regular expression.")
  private String pattern;

  @Option(
      names = "--quick",
      description = "One process and three short iterations each, for a first impression.")
  private boolean quick;

  @Option(
      names = "--java",
      paramLabel = "PATH",
      description =
          "The Java installation to measure on (default: the one that runs this command).")
  private @Nullable Path java;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Home.emptyFolder("micro");
    try {
      System.err.println("micro: building the servers");
      GeneratedApi.build(folder);
      Collection<RunResult> results = new Runner(options(folder).build()).run();
      report(results);
      return 0;
    } catch (PatternSyntaxException | NoBenchmarksException e) {
      throw new BadInputException(pattern + " does not match any benchmark: " + e.getMessage());
    } catch (RunnerException e) {
      System.err.println("micro: " + e.getMessage());
      return 1;
    } finally {
      Home.delete(folder);
    }
  }

  private ChainedOptionsBuilder options(Path folder) throws IOException, InterruptedException {
    Jdk jdk = jdk();
    List<String> flags = new ArrayList<>();
    // As much heap as the servers of the other benchmarks have; no log line for each call.
    flags.add("-Xmx256m");
    flags.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    flags.add("-D" + GeneratedApi.FOLDER + "=" + folder);
    if (jdk.feature() >= WARNS_OF_UNSAFE) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return new OptionsBuilder()
        .include(MicroCommand.class.getPackageName() + ".*" + pattern)
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .forks(quick ? 1 : 2)
        .warmupIterations(quick ? 2 : 5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(quick ? TimeValue.milliseconds(500) : TimeValue.seconds(1))
        .jvm(jdk.program().toString())
        .jvmArgs(flags.toArray(String[]::new));
  }

  private Jdk jdk() throws InterruptedException {
    try {
      return Jdk.at(java == null ? Path.of(System.getProperty("java.home")) : java);
    } catch (IOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static void report(Collection<RunResult> results) {
    List<String> rows = new ArrayList<>();
    rows.add("benchmark\tµs\t±\tleast µs\tbytes");
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
      rows.add(
          String.join(
              "\t",
              name(result.getParams().getBenchmark()),
              Figures.text(time.getScore()),
              Figures.text(time.getScoreError()),
              Figures.text(time.getStatistics().getMin()),
              bytes == null ? "-" : String.valueOf(Math.round(bytes.getScore()))));
    }
    Figures.print(rows);
  }

  /** The class and method. */
  private static String name(String benchmark) {
    return benchmark.substring(MicroCommand.class.getPackageName().length() + 1);
  }
}
