package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.StdioCommand;
import dev.dragoman.runtime.guide.format.ShellText;
import dev.dragoman.runtime.guide.format.TomlText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Codex command line program and desktop app, which read the same file. It contains the names
 * of variables, never their values.
 */
final class CodexClient {
  private static final String FILE = "~/.codex/config.toml";

  private final ConnectionFacts facts;

  private CodexClient(ConnectionFacts facts) {
    this.facts = facts;
  }

  /** The command line program. */
  static ClientSection commandLine(ConnectionFacts facts) {
    CodexClient codex = new CodexClient(facts);
    SectionBuilder section = new SectionBuilder(facts, "codex", "Codex CLI");
    Connection.overHttp(facts).forEach(way -> codex.http(section.way(way), way));
    if (facts.command().isPresent()) {
      codex.stdio(section.way(Way.STDIO));
    }
    return section.build("This server cannot be reached over HTTP and cannot be started locally.");
  }

  /** The desktop app. */
  static ClientSection app(ConnectionFacts facts) {
    CodexClient codex = new CodexClient(facts);
    SectionBuilder section = new SectionBuilder(facts, "codex-app", "Codex app");
    Connection.overHttp(facts).forEach(way -> codex.fields(section.way(way), way));
    if (facts.command().isPresent()) {
      SectionBuilder.Setup setup = section.way(Way.STDIO);
      setup.step(
          Text.of(
              "Add this to the file, which the app shares with Codex CLI, and restart the app."),
          setup.toml(FILE, codex.stdioTable()));
      codex.variables(setup, Connection.stdioKeys(facts));
      setup.accessHint().end();
    }
    return section.build("This server cannot be reached over HTTP and cannot be started locally.");
  }

  private void http(SectionBuilder.Setup setup, Way way) {
    if (way == Way.API_KEY) {
      setup.keyStep();
    }
    if (way != Way.API_KEY || facts.keys().isEmpty()) {
      setup
          .step(Text.of("Add the server in a terminal:"), setup.shell("command", command(way)))
          .step(Text.of("Or add this to the file:"), setup.toml(FILE, httpTable(way)));
    } else {
      setup.step(Text.of("Add this to the file:"), setup.toml(FILE, httpTable(way)));
    }
    if (way == Way.OAUTH) {
      setup.step(
          Text.of("Sign in in the browser that this opens:"),
          setup.shell("login", ShellText.command("codex", "mcp", "login", facts.slug())));
    }
    setup.step("Start `codex` and enter `/mcp`: `{}` is listed with its tools.", facts.slug());
    if (way == Way.API_KEY && facts.keys().isEmpty()) {
      setup.hint(
          "The variable contains the key alone, without the word `Bearer`: Codex adds it. The file"
              + " contains the name of the variable, not the key.");
    } else if (way == Way.API_KEY) {
      setup.hint("The file contains the names of the variables, not the keys.");
    }
    setup.accessHint().end();
  }

  private String command(Way way) {
    String added =
        ShellText.command("codex", "mcp", "add", facts.slug(), "--url", Connection.url(facts));
    return way == Way.API_KEY
        ? added
            + " \\\n  "
            + ShellText.command("--bearer-token-env-var", facts.names().apiKeyVariable())
        : added;
  }

  private String httpTable(Way way) {
    StringBuilder table = header().append("url = ").append(TomlText.string(Connection.url(facts)));
    if (way == Way.API_KEY && facts.keys().isEmpty()) {
      table
          .append("\nbearer_token_env_var = ")
          .append(TomlText.string(facts.names().apiKeyVariable()));
    } else if (way == Way.API_KEY) {
      Map<String, String> names = Connection.credentials(facts, variable -> variable);
      table.append("\nenv_http_headers = ").append(TomlText.table(names));
    }
    Map<String, String> access = Connection.access(facts);
    if (!access.isEmpty()) {
      table.append("\nhttp_headers = ").append(TomlText.table(access));
    }
    return table.toString();
  }

  private StringBuilder header() {
    return new StringBuilder("[mcp_servers." + facts.slug() + "]\n");
  }

  private void stdio(SectionBuilder.Setup setup) {
    if (!Connection.stdioKeys(facts).isEmpty()) {
      setup.keyStep();
    }
    setup
        .step(Text.of("Add this to the file:"), setup.toml(FILE, stdioTable()))
        .step("Start `codex` and enter `/mcp`: `{}` is listed with its tools.", facts.slug())
        .accessHint()
        .end();
  }

  /** Codex passes only some variables on; {@code env_vars} names the others. */
  private String stdioTable() {
    StdioCommand start = facts.command().orElseThrow();
    StringBuilder table =
        header()
            .append("command = ")
            .append(TomlText.string(start.command()))
            .append("\nargs = ")
            .append(TomlText.array(start.arguments()));
    List<String> keys = Connection.stdioKeys(facts);
    if (!keys.isEmpty()) {
      table.append("\nenv_vars = ").append(TomlText.array(keys));
    }
    if (facts.allowsWrites()) {
      table
          .append("\nenv = ")
          .append(TomlText.table(Map.of(facts.names().accessModeVariable(), "read-only")));
    }
    return table.toString();
  }

  /** The fields of the app's form. */
  private void fields(SectionBuilder.Setup setup, Way way) {
    setup
        .step("Open Settings, then MCP servers, and choose Add server, type Streamable HTTP.")
        .step(
            Text.of("Enter the name and the URL."),
            setup.value("name", "Name", facts.slug()),
            setup.value("url", "URL", Connection.url(facts)));
    if (way == Way.API_KEY && facts.keys().isEmpty()) {
      setup.step(
          Text.of("As bearer token variable, enter the name of the variable, not the key."),
          setup.value("variable", "Bearer token env var", facts.names().apiKeyVariable()));
    } else if (way == Way.API_KEY) {
      String headers =
          Connection.credentials(facts, name -> name).entrySet().stream()
              .map(header -> header.getKey() + ": " + header.getValue())
              .collect(Collectors.joining("\n"));
      setup.step(
          Text.of("As headers from environment variables, enter each header and its variable."),
          setup.value("headers", "Headers from environment variables", headers));
    }
    setup.step(way == Way.OAUTH ? "Save, choose Authenticate and sign in." : "Save.");
    if (way == Way.API_KEY) {
      variables(setup, facts.keyVariables());
      if (facts.keys().isEmpty()) {
        setup.hint("The variable contains the key alone, without the word `Bearer`.");
      }
    }
    if (facts.allowsWrites()) {
      setup.hint(
          "To allow changes, add the header `{}` with the value `full-access`.",
          facts.names().accessModeHeader());
    }
    setup.end();
  }

  /** Programs started from the dock do not read the shell's profile. */
  private void variables(SectionBuilder.Setup setup, List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    StringBuilder commands = new StringBuilder();
    for (String key : keys) {
      commands.append("launchctl setenv %s \"$%s\"\n".formatted(key, key));
    }
    setup.step(
        Text.of(
            "On macOS, apps do not see the variables of your shell. Run this in a terminal in which"
                + " the key is set, then quit the app and start it again."),
        setup.shell("launchctl", commands.toString()));
    setup.hint("The setting of `launchctl` is lost when you restart the computer.");
  }
}
