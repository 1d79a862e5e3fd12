package dev.dragoman.cli;

import dev.dragoman.generator.cli.OptionNames;
import dev.dragoman.generator.goal.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Settings as options of a command, and goals as commands of this jar. */
final class CommandNames extends OptionNames {
  private final CommandSpec command;

  CommandNames(CommandSpec command) {
    this.command = command;
  }

  @Override
  public String name(String setting) {
    return setting.equals("from") ? "OLD" : super.name(setting);
  }

  @Override
  public String howToNameDocument() {
    return "Name a FILE, or a folder with --input-directory.";
  }

  @Override
  public String howToTellApart() {
    return "Rename one of the files.";
  }

  /**
   * The same command line with another command and the options that both of them have, except for
   * how strictly the lock is enforced.
   */
  @Override
  public String command(String goal) {
    List<String> words = new ArrayList<>(List.of(goal));
    CommandLine other = Objects.requireNonNull(command.parent().subcommands().get(goal), goal);
    ParseResult parsed = command.commandLine().getParseResult();
    Set<String> known = other.getCommandSpec().optionsMap().keySet();
    for (ArgSpec argument : parsed.matchedArgs()) {
      if (argument instanceof OptionSpec option) {
        boolean copied = known.contains(option.longestName()) && !option.negatable();
        words.addAll(copied ? words(option) : List.of());
      } else if (argument.isPositional()) {
        // With two files, the second one is the document.
        List<String> files = argument.originalStringValues();
        words.add(files.get(files.size() - 1));
      }
    }
    return program() + words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
  }

  private static List<String> words(OptionSpec option) {
    if (option.arity().max() == 0) {
      return List.of(option.longestName());
    }
    List<String> words = new ArrayList<>();
    for (String value : option.originalStringValues()) {
      words.add(option.longestName());
      words.add(value);
    }
    return words;
  }

  @Override
  public String vendorCommand(String source) {
    return program() + "vendor " + ShellWord.quoted(source);
  }

  /** How this program was started: a jar is named as the user named it. */
  private static String program() {
    String path = System.getProperty("java.class.path", "");
    return path.endsWith(".jar") && path.contains("dragoman-cli")
        ? "java -jar " + ShellWord.quoted(path) + " "
        : "dragoman ";
  }
}
