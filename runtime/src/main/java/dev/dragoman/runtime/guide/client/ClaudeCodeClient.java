package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.format.JsonText;
import dev.dragoman.runtime.guide.format.ShellText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.Map;

/**
 * Claude Code. It expands {@code ${NAME}} in every configuration, so commands quote the reference
 * and the key is neither an argument nor stored.
 */
final class ClaudeCodeClient {
  private static final String FILE = ".mcp.json";

  private ClaudeCodeClient() {}

  static ClientSection section(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "claude-code", "Claude Code");
    Connection.overHttp(facts).forEach(way -> http(section, facts, way));
    if (facts.command().isPresent()) {
      stdio(section, facts);
    }
    return section.build("This server cannot be reached over HTTP and cannot be started locally.");
  }

  private static String reference(String variable) {
    return "${" + variable + "}";
  }

  private static void http(SectionBuilder section, ConnectionFacts facts, Way way) {
    SectionBuilder.Setup setup = section.way(way);
    if (way == Way.API_KEY) {
      setup.keyStep();
    }
    setup
        .step(
            Text.of("Add the server in a terminal. The command works in any folder."),
            setup.shell("command", command(facts, way)))
        .step(
            Text.of(
                "Or share it with your team: save this file in the root of your project. Claude Code asks"
                    + " each of you to approve it."),
            setup.json(
                FILE, JsonText.pretty(Connection.file("mcpServers", facts, server(facts, way)))));
    if (way == Way.OAUTH) {
      setup.step("Start `claude`, enter `/mcp`, choose `{}` and sign in.", facts.slug());
    } else {
      setup.step("Start `claude` and enter `/mcp`: `{}` is listed as connected.", facts.slug());
    }
    if (facts.allowsWrites()) {
      setup.hint(
          "To allow changes, write `full-access` in the file, or add `--header '{}: full-access'` to"
              + " the command.",
          facts.names().accessModeHeader());
    }
    setup.end();
  }

  private static Map<String, Object> server(ConnectionFacts facts, Way way) {
    return Connection.http(
        Map.of("type", "http"),
        "url",
        facts,
        Connection.headers(facts, way, ClaudeCodeClient::reference));
  }

  private static String command(ConnectionFacts facts, Way way) {
    StringBuilder command =
        new StringBuilder(
            ShellText.command(
                "claude",
                "mcp",
                "add",
                "--scope",
                "user",
                "--transport",
                "http",
                facts.slug(),
                Connection.url(facts)));
    if (way == Way.API_KEY) {
      Connection.credentials(facts, ClaudeCodeClient::reference)
          .forEach(
              (name, value) ->
                  command.append(" \\\n  --header ").append(ShellText.word(name + ": " + value)));
    }
    return command.toString();
  }

  private static void stdio(SectionBuilder section, ConnectionFacts facts) {
    SectionBuilder.Setup setup = section.way(Way.STDIO);
    if (!Connection.stdioKeys(facts).isEmpty()) {
      setup.keyStep();
    }
    StringBuilder command =
        new StringBuilder("claude mcp add --scope user ").append(ShellText.word(facts.slug()));
    Connection.stdioKeys(facts)
        .forEach(
            name ->
                command
                    .append(" \\\n  --env ")
                    .append(ShellText.word(name + "=" + reference(name))));
    command.append(" \\\n  -- ").append(Connection.commandLine(facts));
    setup
        .step(
            Text.of("Let Claude Code start the server. Run this in a terminal:"),
            setup.shell("command", command.toString()))
        .step(
            Text.of(
                "Or save this file in the root of your project. Claude Code asks you to approve it."),
            setup.json(
                FILE,
                JsonText.pretty(
                    Connection.file(
                        "mcpServers",
                        facts,
                        Connection.stdio(
                            Map.of("type", "stdio"), facts, ClaudeCodeClient::reference)))))
        .accessHint()
        .end();
  }
}
