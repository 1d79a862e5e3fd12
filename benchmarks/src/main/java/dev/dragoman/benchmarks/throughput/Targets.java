package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.benchmarks.throughput.load.Cores;
import dev.dragoman.benchmarks.throughput.load.Kind;
import dev.dragoman.benchmarks.throughput.load.Upstream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers of a run, which are started when they are first needed and closed together. */
final class Targets implements AutoCloseable {
  /** The API itself, without a server. */
  static final String DIRECT = "direct";

  /** The server of the TypeScript SDK. */
  static final String PEER = "TypeScript";

  private final Cores cores;
  private final Upstream upstream;
  private final List<ServerProcess> processes = new ArrayList<>();

  Targets(Cores cores, Upstream upstream) {
    this.cores = cores;
    this.upstream = upstream;
  }

  /** Starts the example on a version of Java. */
  ServerProcess start(Jdk jdk) throws IOException {
    List<String> command = new ArrayList<>(cores.ofServer());
    command.addAll(
        ServerProcess.command(jdk.program().toString(), "256m", "--base-url", upstream.url()));
    return kept(ServerProcess.start(command));
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
