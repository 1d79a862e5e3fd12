package dev.dragoman.benchmarks.peer;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Dragoman as run by {@code ./run --spec}: generate, compile, pack, start. */
record Ours(Path document, Path out) implements Way {

  @Override
  public String name() {
    return "dragoman";
  }

  @Override
  public Round round() throws IOException, InterruptedException {
    Home.delete(out);
    Child.Outcome build =
        Child.run(
                Home.path("."),
                List.of(
                    Home.path("run").toString(),
                    "--spec",
                    document.toString(),
                    "--out",
                    out.toString(),
                    "--build-only"))
            .orThrow("./run");
    Start start =
        Start.of(
            List.of(
                Jvm.program(),
                "-jar",
                out.resolve("server.jar").toString(),
                "--stdio",
                "--base-url",
                "http://127.0.0.1:9"));
    return new Round(
        build.millis(),
        start.millis(),
        Math.max(build.peakMegabytes(), start.peakMegabytes()),
        start.tools() + " tools listed");
  }
}
