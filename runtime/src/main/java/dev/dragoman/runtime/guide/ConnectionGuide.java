package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.guide.client.Clients;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.ToolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the guide for a server. */
public final class ConnectionGuide {
  /** What a caller sees who may not change anything: a symptom among the troubles of a guide. */
  public static final Text READ_ONLY =
      Text.of("A call is refused because the connection is read-only.");

  private ConnectionGuide() {}

  /** The guide for a server with these facts. */
  public static Guide of(ConnectionFacts facts) {
    return new Guide(
        facts.vendor() + " MCP server",
        summary(facts),
        facts.url(),
        tools(facts),
        SignInWords.of(facts),
        AccessWords.of(facts),
        Settings.of(facts),
        Clients.of(facts),
        VerificationWords.of(facts),
        Troubles.of(facts));
  }

  private static List<Text> summary(ConnectionFacts facts) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.of(
            "Lets AI assistants use the {} through the Model Context Protocol{}.",
            title(facts),
            facts.operations() == 0 ? "" : ": " + operations(facts)));
    if (facts.mock()) {
      lines.add(
          Text.of(
              "This server is in mock mode: it makes up responses from the API's document and sends"
                  + " nothing to the API. No account is needed."));
    }
    return lines;
  }

  private static String title(ConnectionFacts facts) {
    return facts.title().toLowerCase(Locale.ROOT).endsWith("api")
        ? facts.title()
        : facts.title() + " API";
  }

  private static String operations(ConnectionFacts facts) {
    return facts.operations() == 1
        ? "one operation"
        : "%,d operations".formatted(facts.operations());
  }

  private static List<ToolEntry> tools(ConnectionFacts facts) {
    return facts.tools().stream()
        .map(tool -> new ToolEntry(tool.name(), Text.of("{}", ToolWords.of(tool))))
        .toList();
  }
}
