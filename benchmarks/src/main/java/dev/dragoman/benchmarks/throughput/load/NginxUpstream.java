package dev.dragoman.benchmarks.throughput.load;

import dev.dragoman.benchmarks.measure.Resources;
import dev.dragoman.benchmarks.serving.NginxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx with a constant response. */
public final class NginxUpstream implements Upstream {
  private final NginxProcess process;

  private NginxUpstream(NginxProcess process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param pinned the start of its command line, see {@link Cores}
   * @param folder an empty folder for its files
   */
  public static NginxUpstream start(List<String> pinned, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String configuration = Resources.text(NginxUpstream.class, "nginx.conf");
    return new NginxUpstream(
        NginxProcess.start(pinned, folder, configuration, Map.of("BODY", BODY)));
  }

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public int port() {
    return process.port();
  }

  @Override
  public void close() {
    process.close();
  }
}
