package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.format.JsonText;
import dev.dragoman.runtime.guide.format.ShellText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.Map;

/** Gemini CLI, which expands {@code ${NAME}} in its settings. */
final class GeminiClient {
  private static final String FILE = "~/.gemini/settings.json";

  private GeminiClient() {}

  static ClientSection section(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "gemini-cli", "Gemini CLI");
    Connection.overHttp(facts).forEach(way -> http(section.way(way), facts, way));
    if (facts.command().isPresent()) {
      stdio(section.way(Way.STDIO), facts);
    }
    return section.build("This server cannot be reached over HTTP and cannot be started locally.");
  }

  private static String reference(String variable) {
    return "${" + variable + "}";
  }

  private static void http(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    if (way == Way.API_KEY) {
      setup.keyStep();
    }
    setup
        .step(Text.of("Add the server in a terminal:"), setup.shell("command", command(facts, way)))
        .step(
            Text.of("Or add it to the file:"),
            setup.json(
                FILE,
                JsonText.pretty(
                    Connection.file(
                        "mcpServers",
                        facts,
                        Connection.http(
                            Map.of(),
                            "httpUrl",
                            facts,
                            Connection.headers(facts, way, GeminiClient::reference))))));
    if (way == Way.OAUTH) {
      setup.step("Start `gemini`, enter `/mcp auth {}` and sign in.", facts.slug());
    } else {
      setup.step("Start `gemini` and enter `/mcp`: `{}` is listed as ready.", facts.slug());
    }
    setup.hint("Gemini CLI connects in folders that you trust only.").accessHint().end();
  }

  private static String command(ConnectionFacts facts, Way way) {
    StringBuilder command =
        new StringBuilder("gemini mcp add --scope user --transport http ")
            .append(ShellText.command(facts.slug(), Connection.url(facts)));
    if (way == Way.API_KEY) {
      Connection.credentials(facts, GeminiClient::reference)
          .forEach(
              (name, value) ->
                  command.append(" \\\n  --header ").append(ShellText.word(name + ": " + value)));
    }
    return command.toString();
  }

  private static void stdio(SectionBuilder.Setup setup, ConnectionFacts facts) {
    if (!Connection.stdioKeys(facts).isEmpty()) {
      setup.keyStep();
    }
    setup
        .step(
            Text.of("Add the server to the file:"),
            setup.json(
                FILE,
                JsonText.pretty(
                    Connection.file(
                        "mcpServers",
                        facts,
                        Connection.stdio(Map.of(), facts, GeminiClient::reference)))))
        .step("Start `gemini` and enter `/mcp`: `{}` is listed as ready.", facts.slug())
        .accessHint()
        .end();
  }
}
