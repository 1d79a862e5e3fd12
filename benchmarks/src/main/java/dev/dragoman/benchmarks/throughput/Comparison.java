package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.measure.Programs;
import dev.dragoman.benchmarks.serving.NginxProcess;
import dev.dragoman.benchmarks.serving.ServerProcess;
import dev.dragoman.benchmarks.serving.StartArchives;
import dev.dragoman.benchmarks.throughput.load.Cores;
import dev.dragoman.benchmarks.throughput.load.JavaClient;
import dev.dragoman.benchmarks.throughput.load.JavaUpstream;
import dev.dragoman.benchmarks.throughput.load.Kind;
import dev.dragoman.benchmarks.throughput.load.LoadClient;
import dev.dragoman.benchmarks.throughput.load.NginxUpstream;
import dev.dragoman.benchmarks.throughput.load.Plan;
import dev.dragoman.benchmarks.throughput.load.Upstream;
import dev.dragoman.benchmarks.throughput.load.WrkClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One comparison of servers: their warm-up, then rounds in which all have their turn. */
final class Comparison implements AutoCloseable {
  private static final int CALLERS = 8;

  private final boolean quick;
  private final List<Jdk> jdks;
  private final List<Kind> kinds;
  private final LoadClient client;
  private final Upstream upstream;
  private final Cores cores;
  private final Path jar;

  private Comparison(
      boolean quick,
      List<Jdk> jdks,
      List<Kind> kinds,
      LoadClient client,
      Upstream upstream,
      Cores cores,
      Path jar) {
    this.quick = quick;
    this.jdks = jdks;
    this.kinds = kinds;
    this.client = client;
    this.upstream = upstream;
    this.cores = cores;
    this.jar = jar;
  }

  /**
   * Starts client and upstream: wrk and nginx, or substitutes in this JVM, which take more of the
   * machine.
   *
   * @param folder an empty folder for their files
   */
  static Comparison start(Path folder, boolean quick, List<Jdk> jdks, List<Kind> kinds)
      throws IOException, InterruptedException {
    Cores cores = Cores.ofThisProcess();
    Optional<Path> wrk = Programs.find("wrk");
    LoadClient client =
        wrk.<LoadClient>map(program -> new WrkClient(program, cores.ofLoad(), folder))
            .orElseGet(JavaClient::new);
    Upstream upstream =
        NginxProcess.isInstalled()
            ? NginxUpstream.start(cores.ofLoad(), folder.resolve("nginx"))
            : new JavaUpstream();
    Path jar = StartArchives.copied(ServerProcess.jar(), folder);
    return new Comparison(quick, jdks, kinds, client, upstream, cores, jar);
  }

  /** Measures and reports; returns whether no criterion is missed. */
  boolean run() throws IOException, InterruptedException {
    describe();
    warmLoad();
    try (Targets targets = new Targets(cores, upstream, jar)) {
      List<WarmUp.Course> courses = new ArrayList<>();
      List<Target> busy = new ArrayList<>();
      for (Jdk jdk : jdks) {
        busy.addAll(warm(targets, jdk, courses));
      }
      for (Target peer : targets.peer(kinds)) {
        peer.measure(client, Plan.busy(CALLERS, seconds(quick ? 2 : 5)));
        busy.add(peer);
      }
      return report(courses, busy, targets.direct());
    }
  }

  private boolean report(List<WarmUp.Course> courses, List<Target> servers, Target direct)
      throws IOException, InterruptedException {
    List<Target> all = new ArrayList<>(List.of(direct));
    all.addAll(servers);
    Rounds busy =
        Rounds.run(client, all, Plan.busy(CALLERS, seconds(quick ? 1 : 3)), quick ? 3 : 7);
    Rounds unhurried =
        Rounds.run(client, all, Plan.unhurried(seconds(quick ? 1 : 4)), quick ? 1 : 7);
    Report.warmUp(courses);
    Report.rounds("Eight callers without a pause", busy);
    Report.rounds("One caller who pauses for 3 ms", unhurried);
    return Report.verdict(
        quick ? Criteria.quick(jdks, busy) : Criteria.full(jdks, busy, unhurried, courses));
  }

  /**
   * Warms up a server for each kind. Those of the rounds have run all kinds, as servers do: their
   * code is compiled for all of them.
   */
  private List<Target> warm(Targets targets, Jdk jdk, List<WarmUp.Course> courses)
      throws IOException, InterruptedException {
    WarmUp warmUp = new WarmUp(client, CALLERS, seconds(quick ? 5 : 90));
    ServerProcess kept = targets.start(jdk);
    List<Target> warmed = new ArrayList<>();
    for (Kind kind : kinds) {
      System.err.println("throughput: " + jdk + ", warm-up of " + kind.title());
      Target target = Target.of(jdk.toString(), kind, kept);
      if (warmed.isEmpty()) {
        courses.add(warmUp.run(target));
      } else {
        if (!quick) {
          courses.add(fromStart(targets, jdk, kind, warmUp));
        }
        target.measure(client, Plan.busy(CALLERS, seconds(quick ? 5 : 15)));
      }
      warmed.add(target);
    }
    return warmed;
  }

  private static WarmUp.Course fromStart(Targets targets, Jdk jdk, Kind kind, WarmUp warmUp)
      throws IOException, InterruptedException {
    try (ServerProcess fresh = targets.start(jdk)) {
      return warmUp.run(Target.of(jdk.toString(), kind, fresh));
    }
  }

  /** A client or an upstream in this JVM is slow at first. */
  private void warmLoad() throws IOException, InterruptedException {
    boolean isNative = client instanceof WrkClient && upstream instanceof NginxUpstream;
    Target.direct(upstream).measure(client, Plan.busy(CALLERS, seconds(isNative ? 1 : 5)));
  }

  private void describe() {
    System.out.println(
        "client: " + client.name() + ", upstream: " + upstream.name() + "; " + cores);
    missing(client instanceof WrkClient, "wrk", "wrk");
    missing(upstream instanceof NginxUpstream, "nginx", "nginx-light");
    for (int version : List.of(17, 25)) {
      if (!quick && jdks.stream().noneMatch(jdk -> jdk.feature() == version)) {
        System.out.println("Java " + version + " is not measured: name one with --java PATH");
      }
    }
    System.out.println();
  }

  private static void missing(boolean there, String program, String debian) {
    if (!there) {
      System.out.println(
          program
              + " is not installed (Debian: apt-get install "
              + debian
              + "): Java takes its place, which takes time from the server");
    }
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  @Override
  public void close() {
    upstream.close();
  }
}
