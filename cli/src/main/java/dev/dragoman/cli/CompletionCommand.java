package dev.dragoman.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the completion script, which works for a command or an alias named {@code dragoman}. */
@Command(
    name = "completion",
    description =
        "Prints a script that completes the commands and options of an alias or a script named"
            + " dragoman.")
final class CompletionCommand extends AbstractCommand {
  /** The shells; zsh reads bash's script with bashcompinit, which the script loads. */
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell;

  @Override
  int run() {
    CommandLine root = command.root().commandLine();
    System.out.print(AutoComplete.bash(root.getCommandName(), root));
    System.out.println("# For " + shell.name().toLowerCase(Locale.ROOT));
    System.out.flush();
    return ExitCode.OK;
  }
}
