package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.format.JsonText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.InstallLink;
import dev.dragoman.runtime.guide.model.Step;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Editors with a configuration file in JSON: Cursor, VS Code, Windsurf. */
final class EditorClients {
  private static final String NO_WAY =
      "This server cannot be reached over HTTP and cannot be started locally.";

  private EditorClients() {}

  static ClientSection cursor(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "cursor", "Cursor");
    Connection.overHttp(facts)
        .forEach(
            way ->
                cursor(
                    section.way(way),
                    facts,
                    way,
                    Connection.http(
                        Map.of(),
                        "url",
                        facts,
                        Connection.headers(facts, way, EditorClients::variable))));
    if (facts.command().isPresent()) {
      cursor(
          section.way(Way.STDIO),
          facts,
          Way.STDIO,
          Connection.stdio(Map.of(), facts, EditorClients::variable));
    }
    return section.build(NO_WAY);
  }

  private static String variable(String name) {
    return "${env:" + name + "}";
  }

  private static void cursor(
      SectionBuilder.Setup setup, ConnectionFacts facts, Way way, Map<String, Object> server) {
    keys(setup, facts, way);
    setup
        .step(
            new Step(
                Text.of("Open this link and confirm:"),
                List.of(),
                List.of(new InstallLink("Add to Cursor", cursorLink(facts, server)))))
        .step(
            Text.of("Or save this file; `~/.cursor/mcp.json` applies to all projects."),
            setup.json(
                ".cursor/mcp.json", JsonText.pretty(Connection.file("mcpServers", facts, server))));
    if (way == Way.OAUTH) {
      setup.step("In Settings, under MCP, choose Connect next to `{}` and sign in.", facts.slug());
    }
    if (way == Way.API_KEY && facts.oauth().isPresent()) {
      setup.hint(
          "Cursor may ignore the key of a server that offers OAuth: sign in if it asks you to.");
    }
    guiHint(setup, facts, way);
    setup.accessHint().end();
  }

  /** The configuration of the one server, in Base64; its name is a parameter of its own. */
  private static URI cursorLink(ConnectionFacts facts, Map<String, Object> server) {
    String config =
        Base64.getEncoder()
            .encodeToString(JsonText.compact(server).getBytes(StandardCharsets.UTF_8));
    return URI.create(
        "cursor://anysphere.cursor-deeplink/mcp/install?name="
            + facts.slug()
            + "&config="
            + UriText.component(config));
  }

  static ClientSection vsCode(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "vs-code", "VS Code");
    Connection.overHttp(facts)
        .forEach(
            way ->
                vsCode(
                    section.way(way),
                    facts,
                    way == Way.API_KEY ? facts.keyVariables() : List.of(),
                    Connection.http(
                        Map.of("type", "http"),
                        "url",
                        facts,
                        Connection.headers(facts, way, EditorClients::input))));
    if (facts.command().isPresent()) {
      vsCode(
          section.way(Way.STDIO),
          facts,
          Connection.stdioKeys(facts),
          Connection.stdio(Map.of("type", "stdio"), facts, EditorClients::input));
    }
    return section.build(NO_WAY);
  }

  private static String input(String variable) {
    return "${input:" + inputId(variable) + "}";
  }

  private static String inputId(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void vsCode(
      SectionBuilder.Setup setup,
      ConnectionFacts facts,
      List<String> keys,
      Map<String, Object> server) {
    List<Map<String, Object>> inputs = keys.stream().map(key -> input(facts, key)).toList();
    Map<String, Object> linked = new LinkedHashMap<>();
    linked.put("name", facts.slug());
    linked.putAll(server);
    Map<String, Object> file = new LinkedHashMap<>();
    if (!inputs.isEmpty()) {
      linked.put("inputs", inputs);
      file.put("inputs", inputs);
    }
    file.put("servers", Map.of(facts.slug(), server));
    setup
        .step(
            new Step(
                Text.of("Open this link and choose Install:"),
                List.of(),
                List.of(new InstallLink("Add to VS Code", vsCodeLink(linked)))))
        .step(
            Text.of("Or save this file in your project."),
            setup.json(".vscode/mcp.json", JsonText.pretty(file)));
    if (!inputs.isEmpty()) {
      setup.step(
          "Start the server from the file: VS Code asks for {} and stores it.",
          KeyWords.key(facts));
    }
    setup.accessHint().end();
  }

  private static Map<String, Object> input(ConnectionFacts facts, String variable) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("type", "promptString");
    input.put("id", inputId(variable));
    input.put("description", facts.keys().isEmpty() ? facts.vendor() + " API key" : variable);
    input.put("password", true);
    return input;
  }

  private static URI vsCodeLink(Map<String, Object> server) {
    return URI.create("vscode:mcp/install?" + UriText.component(JsonText.compact(server)));
  }

  static ClientSection windsurf(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "windsurf", "Windsurf");
    Connection.overHttp(facts)
        .forEach(
            way ->
                windsurf(
                    section.way(way),
                    facts,
                    way,
                    Connection.http(
                        Map.of(),
                        "serverUrl",
                        facts,
                        Connection.headers(facts, way, EditorClients::variable))));
    if (facts.command().isPresent()) {
      windsurf(
          section.way(Way.STDIO),
          facts,
          Way.STDIO,
          Connection.stdio(Map.of(), facts, EditorClients::variable));
    }
    return section.build(NO_WAY);
  }

  private static void windsurf(
      SectionBuilder.Setup setup, ConnectionFacts facts, Way way, Map<String, Object> server) {
    keys(setup, facts, way);
    setup
        .step(
            Text.of("Add the server to the file, which Configure in the MCP panel opens."),
            setup.json(
                "~/.codeium/windsurf/mcp_config.json",
                JsonText.pretty(Connection.file("mcpServers", facts, server))))
        .step(
            way == Way.OAUTH
                ? "Choose Refresh and sign in in the browser that opens."
                : "Choose Refresh in the panel.");
    guiHint(setup, facts, way);
    setup.accessHint().end();
  }

  private static void keys(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    if (way == Way.API_KEY || (way == Way.STDIO && !Connection.stdioKeys(facts).isEmpty())) {
      setup.keyStep();
    }
  }

  /** Programs started from the dock do not read the shell's profile. */
  private static void guiHint(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    if (way == Way.API_KEY || (way == Way.STDIO && !Connection.stdioKeys(facts).isEmpty())) {
      setup.hint(
          "On macOS, start the editor from the terminal in which the variable is set, or set it for"
              + " apps with `launchctl setenv`.");
    }
  }
}
