package dev.dragoman.generator.cli;

import dev.dragoman.runtime.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The problems with the arguments of one command, each reported once. */
final class ArgumentProblems {
  private final CommandSpec command;
  private final List<Exception> problems;
  private final List<String> messages = new ArrayList<>();

  /** The options and parameters already reported as invalid, and their values. */
  private final Set<ArgSpec> wrong = new HashSet<>();

  private final Set<String> wrongValues = new HashSet<>();

  ArgumentProblems(ParseResult parsed) {
    this.command = parsed.commandSpec();
    this.problems = parsed.errors();
  }

  /** A message for each problem, in the order of the arguments. */
  List<String> messages() {
    problems.forEach(this::add);
    // A problem with a group is reported by picocli once for each of its arguments.
    return messages.stream().distinct().toList();
  }

  private void add(Exception problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      addUnmatched(unmatched.getUnmatched());
    } else if (problem instanceof MutuallyExclusiveArgsException
        || problem instanceof MaxValuesExceededException) {
      addSynopsis("These arguments cannot be combined:");
    } else if (problem instanceof MissingParameterException missing) {
      addMissing(missing);
    } else if (problem instanceof ParameterException named && named.getArgSpec() != null) {
      wrongValues.add(String.valueOf(named.getValue()));
      if (wrong.add(named.getArgSpec())) {
        messages.add(problem.getMessage());
      }
    } else {
      messages.add(String.valueOf(problem.getMessage()));
    }
  }

  /** An option with an invalid value is not missing, although picocli has no value for it. */
  private void addMissing(MissingParameterException problem) {
    List<ArgSpec> missing = problem.getMissing();
    if (missing.isEmpty()) {
      // One of several groups of arguments is missing.
      addSynopsis("Missing arguments:");
    } else if (!wrong.containsAll(missing)) {
      messages.add(String.valueOf(problem.getMessage()).replaceFirst("^Error: ", ""));
    }
  }

  private void addSynopsis(String message) {
    String synopsis = command.commandLine().getHelp().synopsis(0).stripTrailing();
    messages.add(message + System.lineSeparator() + synopsis);
  }

  private void addUnmatched(List<String> arguments) {
    boolean value = false;
    for (String argument : arguments) {
      boolean option = argument.startsWith("-");
      if (option) {
        String name = argument.split("=", 2)[0];
        messages.add("Unknown option: " + name + didYouMean(name, command.optionsMap().keySet()));
      } else if (!command.subcommands().isEmpty()) {
        Set<String> known = command.subcommands().keySet();
        messages.add("Unknown command: " + argument + didYouMean(argument, known));
        return; // What follows are this command's arguments.
      } else if (!value && !wrongValues.contains(argument)) {
        messages.add("Unexpected argument: " + argument);
      }
      // The argument after an unknown option is probably its value and not a second problem.
      value = option;
    }
  }

  private static String didYouMean(String mistaken, Collection<String> known) {
    Optional<String> nearest = NearestName.to(mistaken, known);
    return nearest.map(name -> ". Did you mean " + name + "?").orElse("");
  }
}
