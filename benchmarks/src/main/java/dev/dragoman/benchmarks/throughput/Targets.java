package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.benchmarks.serving.StartArchives;
import dev.dragoman.benchmarks.throughput.load.Cores;
import dev.dragoman.benchmarks.throughput.load.Kind;
import dev.dragoman.benchmarks.throughput.load.Upstream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers of a run, which are started when they are first needed and closed together. */
final class Targets implements AutoCloseable {
  /** The API itself, without a server. */
  static final String DIRECT = "direct";

  /** The server of the TypeScript SDK. */
  static final String PEER = "TypeScript";

  private final Cores cores;
  private final Upstream upstream;
  private final Path jar;
  private final Map<Jdk, Path> arguments = new HashMap<>();
  private final List<ServerProcess> processes = new ArrayList<>();

  /**
   * Creates targets of which none is started yet.
   *
   * @param jar the server
   */
  Targets(Cores cores, Upstream upstream, Path jar) {
    this.cores = cores;
    this.upstream = upstream;
    this.jar = jar;
  }

  /** Starts the server on a version of Java, with the flags of the file that its build writes. */
  ServerProcess start(Jdk jdk) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(cores.ofServer());
    command.addAll(
        ServerProcess.archived(
            jdk.program().toString(), "256m", arguments(jdk), "--base-url", upstream.url()));
    return kept(ServerProcess.start(command));
  }

  private Path arguments(Jdk jdk) throws IOException, InterruptedException {
    Path known = arguments.get(jdk);
    if (known != null) {
      return known;
    }
    System.err.println("throughput: archive for " + jdk);
    Path made = StartArchives.make(jar, jdk).arguments("http");
    arguments.put(jdk, made);
    return made;
  }

  /** The TypeScript SDK's server, where Node is available; it has no search. */
  List<Target> peer(List<Kind> kinds) throws InterruptedException {
    Optional<ServerProcess> peer = TypeScriptPeer.start(cores.ofServer(), upstream.url());
    return peer.map(this::kept).stream()
        .flatMap(
            process ->
                kinds.stream()
                    .filter(kind -> kind != Kind.SEARCH)
                    .map(kind -> Target.of(PEER, kind, process)))
        .toList();
  }

  Target direct() {
    return Target.direct(upstream);
  }

  private ServerProcess kept(ServerProcess process) {
    processes.add(process);
    return process;
  }

  @Override
  public void close() {
    processes.forEach(ServerProcess::close);
  }
}
