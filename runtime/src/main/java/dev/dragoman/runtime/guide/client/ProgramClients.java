package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.format.ShellText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Step;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Programs without an MCP library: each lists the tools. The server needs no handshake for that. A
 * key is read from a variable and is never an argument of a process.
 */
final class ProgramClients {
  private static final String REQUEST =
      "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

  private ProgramClients() {}

  static ClientSection section(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "programs", "curl, Python and Node.js");
    Connection.overHttp(facts).forEach(way -> programs(section.way(way), facts, way));
    return section.build("These programs need the URL of a server; this one is served over stdio.");
  }

  private static void programs(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    Map<String, String> credentials = Map.of();
    if (way == Way.API_KEY) {
      setup.keyStep();
      credentials = Connection.credentials(facts, name -> name);
    } else if (way == Way.OAUTH) {
      setup.step(
          "Make sure that the environment variable `ACCESS_TOKEN` contains an access token for this"
              + " server.");
      credentials = Map.of("Authorization", "Bearer ACCESS_TOKEN");
    }
    setup
        .step(Text.of("List the tools with curl:"), setup.shell("curl", curl(facts, credentials)))
        .step(script(way, "python", "list_tools.py", python(facts, credentials)))
        .step(script(way, "javascript", "list-tools.mjs", node(facts, credentials)));
    if (!facts.tools().isEmpty()) {
      setup.hint(
          "The scripts print the names of the tools, one a line; the first is `{}`.",
          facts.tools().get(0).name());
    }
    setup
        .hint("A tool is called with the method `tools/call` and its name and arguments as params.")
        .end();
  }

  private static Step script(Way way, String language, String file, String text) {
    boolean python = language.equals("python");
    return new Step(
        Text.of(
            python
                ? "Or with Python 3, without packages; save the file and run `python3 {}`."
                : "Or with Node.js 18 or later, without packages; save the file and run `node {}`.",
            file),
        List.of(
            new Snippet(
                "programs-" + way.word() + "-" + language,
                Snippet.Kind.SCRIPT,
                file,
                language,
                text)),
        List.of());
  }

  /** curl reads headers with a key from standard input: arguments are visible to other users. */
  private static String curl(ConnectionFacts facts, Map<String, String> credentials) {
    String command =
        "curl --silent --show-error --fail-with-body"
            + (credentials.isEmpty() ? "" : " --config -")
            + " "
            + ShellText.word(Connection.url(facts))
            + " \\\n  --header 'Content-Type: application/json' \\\n  --data '"
            + REQUEST
            + "'";
    if (credentials.isEmpty()) {
      return command;
    }
    return command
        + " << END\n"
        + credentials.entrySet().stream()
            .map(
                header ->
                    "header = \"%s: %s\"\n"
                        .formatted(
                            header.getKey(), header.getValue().replaceFirst("(\\S+)$", "\\$$1")))
            .collect(Collectors.joining())
        + "END";
  }

  private static String python(ConnectionFacts facts, Map<String, String> credentials) {
    String lines =
        credentials.entrySet().stream()
            .map(
                header ->
                    "    \"%s\": %s,\n"
                        .formatted(
                            header.getKey(), concatenated(header.getValue(), "os.environ[\"%s\"]")))
            .collect(Collectors.joining());
    return """
        import json
        %simport urllib.request

        headers = {
            "Content-Type": "application/json",
        %s}
        message = %s
        request = urllib.request.Request(
            "%s", json.dumps(message).encode(), headers
        )
        with urllib.request.urlopen(request) as response:
            result = json.load(response)["result"]
        for tool in result["tools"]:
            print(tool["name"])
        """
        .formatted(
            credentials.isEmpty() ? "" : "import os\n", lines, REQUEST, Connection.url(facts));
  }

  private static String node(ConnectionFacts facts, Map<String, String> credentials) {
    String lines =
        credentials.entrySet().stream()
            .map(
                header ->
                    "    \"%s\": %s,\n"
                        .formatted(
                            header.getKey(), concatenated(header.getValue(), "process.env.%s")))
            .collect(Collectors.joining());
    return """
        const response = await fetch("%s", {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
        %s  },
          body: JSON.stringify(%s),
        });
        if (!response.ok) {
          throw new Error(`${response.status}: ${await response.text()}`);
        }
        const { result } = await response.json();
        for (const tool of result.tools) {
          console.log(tool.name);
        }
        """
        .formatted(Connection.url(facts), lines, REQUEST);
  }

  /** {@code "Bearer " + os.environ["NAME"]} for {@code Bearer NAME}. */
  private static String concatenated(String value, String variable) {
    int blank = value.lastIndexOf(' ') + 1;
    String read = variable.formatted(value.substring(blank));
    return blank == 0 ? read : "\"" + value.substring(0, blank) + "\" + " + read;
  }
}
