package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Time from the start of the JVM to answers over stdio, beside a JVM that prints one line. */
public final class StartupCommand implements Command {
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"b\",\"version\":\"1\"}}}";
  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
          + "\"arguments\":{\"operation\":\"bulkSync_list\"}}}";

  private static final int SEARCH_ROUNDS = 15;

  private final List<Double> bare = new ArrayList<>();
  private final List<Double> lists = new ArrayList<>();
  private final List<Double> calls = new ArrayList<>();

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String usage() {
    return "[--quick]  JVM start to tools/list and to a first call, beside a bare JVM"
        + " | --search LARGE SMALL [ROUNDS]  JVM start to a first answer of search";
  }

  @Override
  public int run(List<String> arguments) throws IOException {
    if (!arguments.isEmpty() && arguments.get(0).equals("--search")) {
      return search(arguments.subList(1, arguments.size()));
    }
    boolean quick = arguments.equals(List.of("--quick"));
    if (!quick && !arguments.isEmpty()) {
      throw new BadCallException("startup takes --quick, --search or nothing.");
    }
    round();
    List.of(bare, lists, calls).forEach(List::clear);
    for (int count = 0; count < (quick ? 5 : 21); count++) {
      round();
    }
    double unit = Figures.median(bare);
    Figures.print(
        List.of(
            "until\tmedian ms\tof a bare JVM",
            row("one line of a bare JVM", bare, unit),
            row("tools/list", lists, unit),
            row("first execute", calls, unit)));
    return 0;
  }

  private static int search(List<String> arguments) throws IOException {
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw new BadCallException("--search takes two documents, and how many rounds.");
    }
    try {
      int rounds = arguments.size() == 3 ? Integer.parseInt(arguments.get(2)) : SEARCH_ROUNDS;
      return FirstSearch.run(Path.of(arguments.get(0)), Path.of(arguments.get(1)), rounds);
    } catch (NumberFormatException e) {
      throw new BadCallException("How many rounds is a number, not " + arguments.get(2) + ".");
    }
  }

  private static String row(String name, List<Double> millis, double unit) {
    double median = Figures.median(millis);
    return name + "\t" + Figures.text(median) + "\t" + Figures.text(median / unit);
  }

  private void round() throws IOException {
    try (StdioProcess process = new StdioProcess(bareCommand())) {
      bare.add(process.await("ready"));
    }
    try (StdioProcess process = new StdioProcess(serverCommand())) {
      process.send(INITIALIZE);
      process.await("\"serverInfo\"");
      process.send(INITIALIZED);
      process.send(LIST);
      lists.add(process.await("\"tools\""));
      process.send(CALL);
      calls.add(process.await("\"isError\":false"));
    }
  }

  private static List<String> bareCommand() {
    Path jar =
        Path.of(System.getProperty("dragoman.home", "."), "benchmarks", "target")
            .resolve("dragoman-benchmarks.jar");
    return List.of(
        ServerProcess.java(),
        "-cp",
        jar + File.pathSeparator + System.getProperty("java.class.path"),
        OneLine.class.getName());
  }

  private static List<String> serverCommand() {
    return List.of(
        ServerProcess.java(),
        "-jar",
        ServerProcess.jar().toString(),
        "--stdio",
        "--mock",
        "--feedback",
        "off");
  }
}
