package dev.dragoman.benchmarks.throughput.load;

import dev.dragoman.benchmarks.measure.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which processors the server and the load run on. The server has two, whatever the machine has, so
 * that figures of machines can be compared and a JVM chooses the collector and the number of
 * compiler threads that it does on a small server. Client and upstream have others if there are
 * any. With two processors they share the second one with the server: a server pinned to a single
 * processor would run as no server does, and what they take counts against the server's figures,
 * not for them.
 *
 * @param server empty if nothing is pinned
 * @param load empty if nothing is pinned
 */
public record Cores(List<Integer> server, List<Integer> load) {
  private static final Cores UNPINNED = new Cores(List.of(), List.of());
  private static final int SERVER = 2;

  public Cores {
    server = List.copyOf(server);
    load = List.copyOf(load);
  }

  /** The processors that this process may use; unpinned if taskset is not installed. */
  public static Cores ofThisProcess() {
    if (Programs.find("taskset").isEmpty()) {
      return UNPINNED;
    }
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      Optional<String> allowed =
          lines.filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst();
      return allowed.map(line -> of(numbers(line.split(":", 2)[1].strip()))).orElse(UNPINNED);
    } catch (IOException notLinux) {
      return UNPINNED;
    }
  }

  /** Divides these processors; nothing is pinned if there is only one. */
  static Cores of(List<Integer> allowed) {
    if (allowed.size() < SERVER) {
      return UNPINNED;
    }
    List<Integer> server = allowed.subList(0, SERVER);
    return new Cores(
        server,
        allowed.size() == SERVER
            ? List.of(server.get(SERVER - 1))
            : allowed.subList(SERVER, Math.min(allowed.size(), 2 * SERVER)));
  }

  /** The numbers of a list like {@code 0-3,8}. */
  static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", 2);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** The start of a command line that runs a program on the server's processors. */
  public List<String> ofServer() {
    return pinned(server);
  }

  /** The start of a command line that runs a program on the processors of client and upstream. */
  public List<String> ofLoad() {
    return pinned(load);
  }

  private static List<String> pinned(List<Integer> cores) {
    return cores.isEmpty() ? List.of() : List.of("taskset", "--cpu-list", text(cores));
  }

  private static String text(List<Integer> cores) {
    return cores.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return server.isEmpty()
        ? "nothing is pinned"
        : "server on processors " + text(server) + ", client and upstream on " + text(load);
  }
}
