package dev.dragoman.benchmarks;

import dev.dragoman.benchmarks.corpus.CorpusCommand;
import dev.dragoman.benchmarks.diff.DiffCommand;
import dev.dragoman.benchmarks.faults.FaultsCommand;
import dev.dragoman.benchmarks.hostile.HostileCommand;
import dev.dragoman.benchmarks.mutants.MutantsCommand;
import dev.dragoman.benchmarks.peer.PeerCommand;
import dev.dragoman.benchmarks.replicas.ReplicasCommand;
import dev.dragoman.benchmarks.reproducible.ReproducibleCommand;
import dev.dragoman.benchmarks.scale.ScaleCommand;
import dev.dragoman.benchmarks.search.SearchCommand;
import dev.dragoman.benchmarks.soak.SoakCommand;
import dev.dragoman.benchmarks.startup.StartupCommand;
import dev.dragoman.benchmarks.stop.StopCommand;
import dev.dragoman.benchmarks.throughput.ThroughputCommand;
import java.io.IOException;
import java.util.List;

/** Runs the measuring command that the first argument names. */
public final class Main {
  private static final List<Command> COMMANDS =
      List.of(
          new CorpusCommand(),
          new DiffCommand(),
          new FaultsCommand(),
          new HostileCommand(),
          new MutantsCommand(),
          new PeerCommand(),
          new ReplicasCommand(),
          new ReproducibleCommand(),
          new ScaleCommand(),
          new SearchCommand(),
          new SoakCommand(),
          new StartupCommand(),
          new StopCommand(),
          new ThroughputCommand());

  private Main() {}

  /** Exits with the command's code, or with 2 on a bad call. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> arguments) throws IOException, InterruptedException {
    for (Command command : COMMANDS) {
      if (!arguments.isEmpty() && command.name().equals(arguments.get(0))) {
        return run(command, arguments.subList(1, arguments.size()));
      }
    }
    System.err.println("Usage: ./bench COMMAND ..., where COMMAND is one of");
    COMMANDS.forEach(command -> System.err.println("  " + line(command)));
    return 2;
  }

  private static int run(Command command, List<String> arguments)
      throws IOException, InterruptedException {
    try {
      return command.run(arguments);
    } catch (BadCallException e) {
      System.err.println(e.getMessage() + "\nUsage: ./bench " + line(command));
      return 2;
    }
  }

  private static String line(Command command) {
    return command.name() + " " + command.usage();
  }
}
