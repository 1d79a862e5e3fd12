package dev.dragoman.cli;

import dev.dragoman.generator.cli.CommandLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * The command line. The exit code is 0 on success, 1 if something is wrong with a document, a lock
 * or a file, and 2 if the arguments are invalid.
 */
@Command(
    name = "dragoman",
    description = {
      "Turns an OpenAPI document into an MCP server in Java.",
      "The commands do what the goals of the Maven plugin do."
    },
    versionProvider = Dragoman.Version.class,
    subcommands = {
      GenerateCommand.class,
      ServeCommand.class,
      DescribeCommand.class,
      DiffCommand.class,
      AcceptCommand.class,
      VendorCommand.class,
      InitCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "dragoman COMMAND --help describes a command and its options.",
      "",
      "Exit codes:",
      "  0   success",
      "  1   a document, a lock or a file has problems, or diff found a change that",
      "      --fail-on names",
      "  2   the arguments are invalid"
    })
public final class Dragoman implements Runnable {
  @Spec private CommandSpec spec;

  Dragoman() {}

  /** Runs a command and exits, unless the command has started a server. */
  public static void main(String[] args) {
    int code = line().execute(args);
    if (code != ServeCommand.RUNNING) {
      System.exit(code);
    }
  }

  static CommandLine line() {
    CommandLine line = CommandLines.of(new Dragoman());
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
    return line.setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command.");
  }

  /** The version in the manifest. */
  static final class Version implements IVersionProvider {
    static String number() {
      String written = Dragoman.class.getPackage().getImplementationVersion();
      return written == null ? "unknown" : written;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"dragoman " + number()};
    }
  }
}
