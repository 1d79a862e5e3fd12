package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
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
import java.util.concurrent.TimeUnit;

/** Runs a small server for a long time with one hostile caller beside healthy ones. */
public final class SoakCommand implements Command {
  private static final double LEAST_SHARE = 0.999;
  private static final int TIMEOUT_SECONDS = 5;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String usage() {
    return "[--minutes 20] [--heap 128m] [--quick]  healthy callers beside a hostile one";
  }

  /** What the arguments ask for. */
  private record Options(double minutes, String heap) {
    static Options of(List<String> arguments) {
      Options options = new Options(20, "128m");
      for (int i = 0; i < arguments.size(); i++) {
        String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        switch (arguments.get(i)) {
          case "--quick" -> options = new Options(1, options.heap());
          case "--minutes" -> {
            if (!value.matches("[0-9]{1,4}(\\.[0-9]+)?")) {
              throw new BadCallException("--minutes takes a number.");
            }
            options = new Options(Double.parseDouble(value), options.heap());
            i++;
          }
          case "--heap" -> {
            if (!value.matches("[0-9]{1,6}[mg]")) {
              throw new BadCallException("--heap takes a size such as 128m.");
            }
            options = new Options(options.minutes(), value);
            i++;
          }
          default -> throw new BadCallException("soak does not know " + arguments.get(i) + ".");
        }
      }
      return options;
    }
  }

  @Override
  public int run(List<String> arguments) throws IOException, InterruptedException {
    Options options = Options.of(arguments);
    Path out = Home.emptyFolder("soak");
    Path document = out.resolve("soak.json");
    try (InputStream in = SoakCommand.class.getResourceAsStream("hostile.json")) {
      Files.copy(Objects.requireNonNull(in), document);
    }
    System.err.println("soak: building the server");
    Path jar = BuiltServer.of(SpecInput.of(document), out.resolve("server")).jar();
    try (LoopbackApi api = new LoopbackApi(SoakApi::answer);
        ServerProcess server = ServerProcess.start(command(jar, options.heap(), api.url()))) {
      return soak(server, options.minutes());
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
