package dev.dragoman.benchmarks;

import dev.dragoman.benchmarks.corpus.CorpusCommand;
import dev.dragoman.benchmarks.diff.DiffCommand;
import dev.dragoman.benchmarks.faults.FaultsCommand;
import dev.dragoman.benchmarks.hostile.HostileCommand;
import dev.dragoman.benchmarks.micro.MicroCommand;
import dev.dragoman.benchmarks.mutants.MutantsCommand;
import dev.dragoman.benchmarks.paging.PagingCommand;
import dev.dragoman.benchmarks.peer.PeerCommand;
import dev.dragoman.benchmarks.replicas.ReplicasCommand;
import dev.dragoman.benchmarks.reproducible.ReproducibleCommand;
import dev.dragoman.benchmarks.scale.ScaleCommand;
import dev.dragoman.benchmarks.search.SearchCommand;
import dev.dragoman.benchmarks.soak.ScriptsCommand;
import dev.dragoman.benchmarks.soak.SoakCommand;
import dev.dragoman.benchmarks.startup.StartupCommand;
import dev.dragoman.benchmarks.stop.StopCommand;
import dev.dragoman.benchmarks.structure.StructureCommand;
import dev.dragoman.benchmarks.tasks.TasksCommand;
import dev.dragoman.benchmarks.throughput.ThroughputCommand;
import dev.dragoman.benchmarks.tools.ToolsCommand;
import dev.dragoman.generator.cli.CommandLines;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Runs the measuring command named by the first argument; without one, lists all of them. */
@Command(
    name = "./bench",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Measures and checks what this project builds. Tables go to standard output, progress to"
            + " standard error.",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Everything is as it should be.",
      "1:Something falls short.",
      "2:The arguments are not valid."
    },
    footer = "%nOptions of a command: ./bench COMMAND --help",
    usageHelpWidth = 100,
    subcommands = {
      CorpusCommand.class,
      DiffCommand.class,
      FaultsCommand.class,
      HostileCommand.class,
      MicroCommand.class,
      MutantsCommand.class,
      PagingCommand.class,
      PeerCommand.class,
      ReplicasCommand.class,
      ReproducibleCommand.class,
      ScaleCommand.class,
      ScriptsCommand.class,
      SearchCommand.class,
      SoakCommand.class,
      StartupCommand.class,
      StopCommand.class,
      StructureCommand.class,
      TasksCommand.class,
      ThroughputCommand.class,
      ToolsCommand.class
    })
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec command;

  private Main() {}

  /** Exits with the command's exit code, or with 2 if the arguments are invalid. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, ready to be executed. */
  public static CommandLine commandLine() {
    return CommandLines.of(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::failed);
  }

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitCode.USAGE;
  }

  private static int failed(Exception problem, CommandLine line, ParseResult parsed)
      throws Exception {
    if (problem instanceof BadInputException) {
      line.getErr().println(problem.getMessage());
      return ExitCode.USAGE;
    }
    throw problem;
  }
}
