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
 * Configures how this project's command lines read their arguments. Help goes to standard output
 * with exit code 0. All invalid arguments are reported together on standard error, each with the
 * most similar valid one, with exit code 2.
 */
public final class CommandLines {
  private CommandLines() {}

  /** Creates the command line of a command that is described by picocli's annotations. */
  public static CommandLine of(Object command) {
    CommandLine line =
        new CommandLine(command)
            // A value may start with an at sign, which picocli would interpret as the name of a
            // file with arguments.
            .setExpandAtFiles(false)
            .setExecutionStrategy(CommandLines::execute)
            .setParameterExceptionHandler(
                (problem, arguments) ->
                    refuse(problem.getCommandLine(), List.of(problem.getMessage())));
    prepare(line);
    return line;
  }

  /** Applies the settings that subcommands do not inherit. */
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

  /** The command and its subcommands on this command line. */
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
