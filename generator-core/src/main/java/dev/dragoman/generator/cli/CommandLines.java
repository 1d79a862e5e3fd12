package dev.dragoman.generator.cli;

import dev.dragoman.runtime.text.NearestName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
                (problem, arguments) -> refuse(problem.getCommandLine(), messages(problem)));
    prepare(line);
    return line;
  }

  /** What picocli does not hand down to subcommands. */
  private static void prepare(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this text.")
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
    List<String> messages = new ArrayList<>();
    CommandLine named = parsed.commandSpec().commandLine();
    for (ParseResult part : parts(parsed)) {
      named = part.commandSpec().commandLine();
      part.errors().forEach(problem -> messages.addAll(messages(problem)));
    }
    return messages.isEmpty() ? new CommandLine.RunLast().execute(parsed) : refuse(named, messages);
  }

  /** The command and the subcommands that were called with it. */
  private static List<ParseResult> parts(ParseResult parsed) {
    return Stream.iterate(parsed, part -> part != null, ParseResult::subcommand).toList();
  }

  private static int refuse(CommandLine line, List<String> messages) {
    PrintWriter err = line.getErr();
    // Several missing options are told once for each of them.
    messages.stream().distinct().forEach(err::println);
    err.println("See " + line.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  private static List<String> messages(Exception problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (problem instanceof MutuallyExclusiveArgsException
        || problem instanceof MaxValuesExceededException) {
      CommandLine line = ((ParameterException) problem).getCommandLine();
      return List.of("These arguments do not go together. " + line.getHelp().synopsis(0).strip());
    }
    return List.of(String.valueOf(problem.getMessage()).replaceFirst("^Error: ", ""));
  }

  private static List<String> unmatched(UnmatchedArgumentException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    List<String> messages = new ArrayList<>();
    boolean value = false;
    for (String argument : problem.getUnmatched()) {
      boolean option = argument.startsWith("-");
      if (option) {
        String name = argument.split("=", 2)[0];
        messages.add("Unknown option: " + name + didYouMean(name, command.optionsMap().keySet()));
      } else if (!command.subcommands().isEmpty()) {
        messages.add(
            "Unknown command: " + argument + didYouMean(argument, command.subcommands().keySet()));
        return messages; // What follows are this command's arguments.
      } else if (!value) {
        messages.add("Unexpected argument: " + argument);
      }
      // What follows an unknown option is probably its value and not a second problem.
      value = option;
    }
    return messages;
  }

  private static String didYouMean(String mistaken, Collection<String> known) {
    Optional<String> nearest = NearestName.to(mistaken, known);
    return nearest.map(name -> ". Did you mean " + name + "?").orElse("");
  }
}
