package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.serving.ExampleCalls;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.generator.SpecInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs a small server for a long time with one hostile caller next to healthy ones. */
@Command(
    name = "soak",
    header = "A small server with healthy callers beside one that attacks without a pause.",
    description =
        "Exit code 1 when fewer than 99.9 %% of the healthy calls succeed or the server dies.")
public final class SoakCommand implements Callable<Integer> {
  private static final double LEAST_SHARE = 0.999;
  private static final int TIMEOUT_SECONDS = 5;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      converter = Minutes.class,
      description = "How long to run, in minutes (default: 20; 1 with --quick).")
  private Optional<Double> minutes;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "128m",
      converter = HeapSize.class,
      description =
          "The server's largest heap, in megabytes (m) or gigabytes (g) (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(names = "--quick", description = "Run for a minute.")
  private boolean quick;

  /** Converts a number of minutes, which may have a fraction. */
  private static final class Minutes implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      if (!value.matches("[0-9]{1,4}(\\.[0-9]+)?")) {
        throw new TypeConversionException("'" + value + "' is not a number of minutes");
      }
      return Double.valueOf(value);
    }
  }

  /** Converts a size in the notation of the JVM's flags. */
  private static final class HeapSize implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!value.matches("[0-9]{1,6}[mg]")) {
        throw new TypeConversionException("'" + value + "' is not a size such as 128m");
      }
      return value;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path out = Home.emptyFolder("soak");
    Path document = out.resolve("soak.json");
    try (InputStream in = SoakCommand.class.getResourceAsStream("hostile.json")) {
      Files.copy(Objects.requireNonNull(in), document);
    }
    System.err.println("soak: building the server");
    Path jar = BuiltServer.of(SpecInput.of(document), out.resolve("server")).jar();
    try (LoopbackApi api = new LoopbackApi(SoakApi::answer);
        ServerProcess server = ServerProcess.start(command(jar, heap, api.url()))) {
      return soak(server, minutes.orElse(quick ? 1.0 : 20.0));
    }
  }

  private static List<String> command(Path jar, String heap, String api) {
    return List.of(
        ServerProcess.java(),
        "-Xmx" + heap,
        "-XX:+ExitOnOutOfMemoryError",
        "-jar",
        jar.toString(),
        "--port",
        "0",
        "--feedback",
        "off",
        "--base-url",
        api,
        "--timeout",
        String.valueOf(TIMEOUT_SECONDS));
  }

  private static int soak(ServerProcess server, double minutes) throws InterruptedException {
    HealthyCallers healthy = new HealthyCallers(server.port());
    try (HostileCaller hostile = new HostileCaller(server.port())) {
      healthy.start();
      hostile.start();
      long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
      while (System.nanoTime() < end && server.isAlive()) {
        TimeUnit.SECONDS.sleep(1);
      }
      boolean alive = server.isAlive() && isHealthy(server);
      healthy.stop();
      if (!alive) {
        server.lastLines().forEach(line -> System.out.println("server: " + line));
      }
      return report(healthy.result(), hostile, minutes, alive);
    }
  }

  private static boolean isHealthy(ServerProcess server) {
    try (ExampleCalls client = new ExampleCalls(server.port())) {
      return client.get("/healthz").status() == 200;
    } catch (IOException dead) {
      return false;
    }
  }

  private static int report(
      HealthyCallers.Result result, HostileCaller hostile, double minutes, boolean alive) {
    List<String> attacks = new ArrayList<>(List.of("attack\ttimes"));
    hostile.sent().forEach((name, times) -> attacks.add(name + "\t" + times));
    Figures.print(attacks);
    result.reasons().forEach((reason, times) -> System.out.println(times + " x " + reason));
    boolean good = alive && result.share() >= LEAST_SHARE;
    Figures.print(
        List.of(
            "minutes\thealthy calls\tfailed\tshare\tp50 ms\tp99 ms\talive\tverdict",
            String.join(
                "\t",
                Figures.text(minutes),
                String.valueOf(result.calls()),
                String.valueOf(result.failed()),
                String.format(Locale.ROOT, "%.5f", result.share()),
                Figures.text(result.median()),
                Figures.text(result.slow()),
                String.valueOf(alive),
                good ? "ok" : "SHORT")));
    return good ? 0 : 1;
  }
}
