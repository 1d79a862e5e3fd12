package dev.dragoman.benchmarks.replicas;

import dev.dragoman.benchmarks.measure.Resources;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.NginxProcess;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs two servers behind nginx, one of which is killed while both are busy. */
@Command(
    name = "replicas",
    header = "Two servers behind nginx, one of them killed under load.",
    description =
        "Kills one of two servers while both are at work; needs nginx. Exit code 1 when a read fails or"
            + " a write is doubled.")
public final class ReplicasCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "Kill after 200 reads in place of 2,000.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!NginxProcess.isInstalled()) {
      System.out.println(
          "nginx is not installed, so that nothing was measured: apt-get install nginx-light");
      return 0;
    }
    Path folder = Files.createTempDirectory("dragoman-replicas");
    try {
      return measure(folder, quick ? 200 : 2_000);
    } finally {
      delete(folder);
    }
  }

  /** Kills one server after this many reads, and stops after as many more. */
  private static int measure(Path folder, int reads) throws IOException, InterruptedException {
    ReplicasLoad load = new ReplicasLoad();
    try (LoopbackApi api = new LoopbackApi(load::answer);
        ServerProcess first = server(api);
        ServerProcess second = server(api);
        NginxProcess nginx = nginx(folder, first, second)) {
      load.start(nginx.port());
      boolean enough = load.awaitReads(reads);
      first.kill();
      enough &= load.awaitReads(2 * reads);
      load.stop();
      return report(load.result(), enough);
    }
  }

  private static NginxProcess nginx(Path folder, ServerProcess first, ServerProcess second)
      throws IOException, InterruptedException {
    return NginxProcess.start(
        List.of(),
        folder,
        Resources.text(ReplicasCommand.class, "nginx.conf"),
        Map.of("FIRST", String.valueOf(first.port()), "SECOND", String.valueOf(second.port())));
  }

  private static ServerProcess server(LoopbackApi api) throws IOException {
    return ServerProcess.start("128m", "--base-url", api.url(), "--timeout", "5");
  }

  private static int report(ReplicasLoad.Result result, boolean enough) {
    Figures.print(List.of("calls\tanswered\tfailed\tdoubled", result.reads(), result.writes()));
    boolean good = enough && result.isGood();
    System.out.println(
        good
            ? "no read failed, no write was doubled; a write that failed was under way in the"
                + " server that was killed"
            : "SHORT");
    return good ? 0 : 1;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
