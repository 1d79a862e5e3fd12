package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.format.JsonText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.Map;

/** The form that most other clients read, for example the MCP Inspector. */
final class JsonClient {
  private JsonClient() {}

  static ClientSection section(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "other", "Any other client");
    Connection.overHttp(facts)
        .forEach(
            way ->
                file(
                    section.way(way),
                    facts,
                    way == Way.API_KEY,
                    Connection.http(
                        Map.of("type", "http"),
                        "url",
                        facts,
                        Connection.headers(facts, way, JsonClient::reference))));
    if (facts.command().isPresent()) {
      file(
          section.way(Way.STDIO),
          facts,
          !Connection.stdioKeys(facts).isEmpty(),
          Connection.stdio(Map.of("type", "stdio"), facts, JsonClient::reference));
    }
    return section.build("This server cannot be reached over HTTP and cannot be started locally.");
  }

  private static String reference(String variable) {
    return "${" + variable + "}";
  }

  private static void file(
      SectionBuilder.Setup setup, ConnectionFacts facts, boolean keys, Map<String, Object> server) {
    setup.step(
        Text.of("Most clients read this form from their own file:"),
        setup.json("mcp.json", JsonText.pretty(Connection.file("mcpServers", facts, server))));
    if (keys) {
      setup.hint(
          "If the client does not replace variables, write the value itself and let nobody else"
              + " read the file.");
    }
    setup.accessHint().end();
  }
}
