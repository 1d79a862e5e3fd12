package dev.dragoman.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * How this project's command lines read their arguments. Help goes to standard output with exit
 * code 0. Wrong arguments are all told at once on standard error, each with the nearest right one,
 * with exit code 2.
 */
public final class CommandLines {
  private CommandLines() {}

  /** A command, which picocli's annotations describe, ready to be executed. */
  public static CommandLine of(Object command) {
    CommandLine line =
        new CommandLine(command)
            // A value may start with an at sign; picocli would read a file of that name.
            .setExpandAtFiles(false)
            .setExecutionStrategy(CommandLines::execute)
            .setParameterExceptionHandler(
                (problem, arguments) ->
                    refuse(problem.getCommandLine(), List.of(problem.getMessage())));
    prepare(line);
    return line;
  }

  /** What picocli does not hand down to subcommands. */
  private static void prepare(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    command.usageMessage().sortOptions(false).sortSynopsis(false);
    command
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help.")
                .build())
        .parser()
        .collectErrors(true);
    line.getSubcommands().values().forEach(CommandLines::prepare);
  }

  private static int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    for (ParseResult part : parts(parsed)) {
      if (!part.errors().isEmpty()) {
        return refuse(part.commandSpec().commandLine(), new ArgumentProblems(part).messages());
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The command and the subcommands that were called with it. */
  private static List<ParseResult> parts(ParseResult parsed) {
    return Stream.iterate(parsed, part -> part != null, ParseResult::subcommand).toList();
  }

  private static int refuse(CommandLine line, List<String> messages) {
    PrintWriter err = line.getErr();
    messages.forEach(err::println);
    err.println("See " + line.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }
}
