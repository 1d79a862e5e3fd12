package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.server.BuiltServer;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs every hostile script in a small server, next to healthy callers. */
@Command(
    name = "scripts",
    header = "Hostile scripts in a small server, beside healthy callers.",
    description = {
      "Reads the scripts of the script module's tests.",
      "Exit code 1 when fewer than 99.9 %% of the healthy calls succeed, a script is not answered in"
          + " time, or the server dies."
    })
public final class ScriptsCommand implements Callable<Integer> {
  private static final double LEAST_SHARE = 0.999;
  private static final int TIME_SECONDS = 2;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "128m",
      description = "The server's largest heap (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(
      names = "--callers",
      paramLabel = "N",
      defaultValue = "2",
      description = "Callers that send scripts at the same time (default: ${DEFAULT-VALUE}).")
  private int callers;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path out = Home.emptyFolder("scripts");
    Path document = out.resolve("soak.json");
    try (InputStream in = ScriptsCommand.class.getResourceAsStream("hostile.json")) {
      Files.copy(Objects.requireNonNull(in), document);
    }
    System.err.println("scripts: building the server");
    Path jar =
        BuiltServer.of(
                SpecInput.of(document),
                out.resolve("server"),
                GenerationOptions.inPackage("server").withScripts(true),
                List.of(Home.serverLibraries(), Home.path("script/target/lib")))
            .jar();
    try (LoopbackApi api = new LoopbackApi(SoakApi::answer);
        ServerProcess server = ServerProcess.start(command(jar, api.url()))) {
      return attacked(server);
    }
  }

  private List<String> command(Path jar, String api) {
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
        "--script-timeout",
        String.valueOf(TIME_SECONDS));
  }

  private int attacked(ServerProcess server) throws IOException, InterruptedException {
    HealthyCallers healthy = new HealthyCallers(server.port());
    ScriptCallers hostile = new ScriptCallers(server.port(), HostileScripts.read(), callers);
    healthy.start();
    List<ScriptCallers.Answer> answers = hostile.run();
    healthy.stop();
    boolean alive = server.isAlive();
    if (!alive) {
      server.lastLines().forEach(line -> System.out.println("server: " + line));
    }
    return report(answers, healthy.result(), alive);
  }

  private static int report(
      List<ScriptCallers.Answer> answers, HealthyCallers.Result result, boolean alive) {
    List<String> table = new ArrayList<>(List.of("script\tms\tverdict\tanswer"));
    answers.forEach(answer -> table.add(answer.line()));
    Figures.print(table);
    result.reasons().forEach((reason, times) -> System.out.println(times + " x " + reason));
    long bad = answers.stream().filter(answer -> !answer.isGood()).count();
    boolean good = alive && bad == 0 && result.share() >= LEAST_SHARE;
    Figures.print(
        List.of(
            "scripts\tnot in time\thealthy calls\tfailed\tshare\tp50 ms\tp99 ms\talive\tverdict",
            String.join(
                "\t",
                String.valueOf(answers.size()),
                String.valueOf(bad),
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
