package dev.dragoman.generator.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/**
 * Builds a server for a document, without Maven. Writes messages to standard error. The exit code
 * is 0 if the server was built, 1 if the document was rejected, and 2 if the arguments are invalid.
 */
@Command(
    name = "dragoman-generator",
    description = "Generates, compiles and packages an MCP server for an OpenAPI document.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The server was built or is up to date.",
      "1:The document or the configuration is not valid.",
      "2:The arguments are not valid."
    })
public final class Main implements Callable<Integer> {
  @Mixin private final BuildOptions options = new BuildOptions();

  private final PrintStream log;

  Main(PrintStream log) {
    this.log = log;
  }

  /** Builds a server and exits. */
  public static void main(String[] args) {
    System.exit(CommandLines.of(new Main(System.err)).execute(args));
  }

  @Override
  public Integer call() {
    return options.build(log::println).succeeds() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
