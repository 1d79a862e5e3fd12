package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.format.JsonText;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;
import java.util.Locale;
import java.util.Map;

/**
 * Claude Desktop and claude.ai. Connectors of both run in Anthropic's cloud and send no headers of
 * the user's own; only the desktop app starts local servers.
 */
final class ClaudeAppClients {
  private ClaudeAppClients() {}

  static ClientSection desktop(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "claude-desktop", "Claude Desktop");
    connectors(section, facts);
    facts.bundle().ifPresent(file -> bundle(section, facts, file));
    if (facts.command().isPresent()) {
      stdio(section, facts);
    }
    return section.build(
        "Claude Desktop connects to a server by its URL only if people sign in with OAuth{}. With an"
            + " API key, it needs a bundle (`.mcpb`) or the server's jar on your computer: ask the"
            + " people who run this server.",
        reason(facts));
  }

  static ClientSection web(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "claude-ai", "claude.ai");
    connectors(section, facts);
    return section.build(
        "claude.ai connects to servers that it can reach over HTTPS from the Internet and at which"
            + " people sign in with OAuth{}. It cannot send an API key.",
        reason(facts));
  }

  private static String reason(ConnectionFacts facts) {
    if (facts.oauth().isEmpty() && !facts.isOpen()) {
      return ", which is not configured here";
    }
    return facts.isPublic() ? "" : "; the URL of this server can only be reached locally";
  }

  private static void connectors(SectionBuilder section, ConnectionFacts facts) {
    if (facts.isPublic()) {
      Connection.overHttp(facts).stream()
          .filter(way -> way != Way.API_KEY)
          .forEach(way -> connector(section.way(way), facts, way));
    }
  }

  private static void connector(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    setup
        .step("Open Settings, then Connectors, and choose Add custom connector.")
        .step(
            Text.of("Enter the name and the URL, and choose Add."),
            setup.value("name", "Name", facts.vendor()),
            setup.value("url", "URL", Connection.url(facts)));
    if (way == Way.OAUTH) {
      setup.step("Choose Connect and sign in.");
    }
    setup.hint("In a Team or Enterprise plan, an owner adds the connector first.");
    if (facts.allowsWrites()) {
      setup.hint(
          "Connectors cannot send the header `{}`, so the connection is read-only.",
          facts.names().accessModeHeader());
    }
    setup.end();
  }

  private static void bundle(SectionBuilder section, ConnectionFacts facts, String file) {
    SectionBuilder.Setup setup = section.way(Way.BUNDLE);
    setup
        .step("Download `{}` and open it with Claude Desktop.", file)
        .step("Choose Install and enter {}.", KeyWords.key(facts))
        .hint("The key is kept in the keychain of your computer.");
    if (facts.allowsWrites()) {
      setup.hint("The box for read-only access is checked; uncheck it to allow changes.");
    }
    setup.end();
  }

  private static void stdio(SectionBuilder section, ConnectionFacts facts) {
    SectionBuilder.Setup setup = section.way(Way.STDIO);
    setup
        .step("Open Settings, then Developer, and choose Edit Config.")
        .step(
            Text.of("Add the server to the file and restart Claude Desktop."),
            setup.json(
                "claude_desktop_config.json",
                JsonText.pretty(
                    Connection.file(
                        "mcpServers",
                        facts,
                        Connection.stdio(Map.of(), facts, ClaudeAppClients::placeholder)))));
    if (!Connection.stdioKeys(facts).isEmpty()) {
      setup.hint(
          "Replace the placeholder with {}. Claude Desktop does not read variables, so the file"
              + " contains the key: let nobody else read it{}.",
          KeyWords.key(facts),
          facts.bundle().isPresent() ? ", or use the bundle" : "");
    }
    setup.accessHint().end();
  }

  /** {@code YOUR_ACME_API_KEY} for {@code ACME_API_KEY}. */
  private static String placeholder(String variable) {
    return "YOUR_" + variable.toUpperCase(Locale.ROOT);
  }
}
