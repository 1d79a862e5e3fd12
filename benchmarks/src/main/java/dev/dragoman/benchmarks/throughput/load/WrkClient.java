package dev.dragoman.benchmarks.throughput.load;

import dev.dragoman.benchmarks.measure.Child;
import dev.dragoman.benchmarks.measure.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** wrk: one thread of native code for all connections. */
public final class WrkClient implements LoadClient {
  private static final double MICROS = 1e6;
  private static final double MICROS_PER_MILLI = 1e3;

  private final Path program;
  private final List<String> pinned;
  private final Path folder;

  /**
   * Creates a client.
   *
   * @param pinned the start of its command line, see {@link Cores}
   * @param folder for its scripts
   */
  public WrkClient(Path program, List<String> pinned, Path folder) {
    this.program = program;
    this.pinned = List.copyOf(pinned);
    this.folder = folder;
  }

  @Override
  public String name() {
    return "wrk";
  }

  @Override
  public Load run(int port, Request request, Plan plan) throws IOException, InterruptedException {
    Path script = Files.createTempFile(folder, "wrk", ".lua");
    Files.writeString(script, script(request, plan));
    List<String> command = new ArrayList<>(pinned);
    command.addAll(List.of(program.toString(), "--threads", "1"));
    command.addAll(List.of("--connections", String.valueOf(plan.callers())));
    command.addAll(List.of("--duration", plan.time().toSeconds() + "s"));
    command.addAll(List.of("--timeout", "10s", "--script", script.toString()));
    command.add("http://127.0.0.1:" + port + request.path());
    Child.Outcome outcome = Child.run(folder, command).orThrow("wrk");
    Files.delete(script);
    return load(outcome.output());
  }

  static String script(Request request, Plan plan) {
    StringBuilder script = new StringBuilder();
    script.append("wrk.method = ").append(quoted(request.method())).append('\n');
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      script.append("wrk.headers[").append(quoted(header.getKey())).append("] = ");
      script.append(quoted(header.getValue())).append('\n');
    }
    if (!request.body().isEmpty()) {
      script.append("wrk.body = ").append(quoted(request.body())).append('\n');
    }
    script.append(Resources.text(WrkClient.class, "result.lua"));
    if (plan.ticking()) {
      script.append("tickMillis = ").append(Load.TICK_MILLIS).append('\n');
      script.append(Resources.text(WrkClient.class, "ticks.lua"));
    }
    if (!plan.pause().isZero()) {
      script.append("function delay() return ").append(plan.pause().toMillis()).append(" end\n");
    }
    return script.toString();
  }

  /** A Lua string. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Reads what the scripts print. */
  static Load load(String output) throws IOException {
    List<Load.Tick> ticks = new ArrayList<>();
    for (String line : output.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("TICK")) {
        ticks.add(new Load.Tick(Long.parseLong(words[1]), Long.parseLong(words[2])));
      } else if (words[0].equals("RESULT")) {
        return result(words, ticks);
      }
    }
    throw new IOException("wrk printed no result:\n" + output);
  }

  private static Load result(String[] words, List<Load.Tick> ticks) {
    long calls = Long.parseLong(words[1]);
    return new Load(
        calls,
        Double.parseDouble(words[2]) / MICROS,
        Double.parseDouble(words[4]) / MICROS_PER_MILLI,
        Double.parseDouble(words[5]) / MICROS_PER_MILLI,
        Long.parseLong(words[6]),
        Double.parseDouble(words[3]) / Math.max(1, calls),
        ticks);
  }
}
