package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Way;

/** Clients that run elsewhere and are configured in a form: ChatGPT, n8n and Make. */
final class HostedClients {
  private HostedClients() {}

  static ClientSection chatGpt(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "chatgpt", "ChatGPT");
    if (facts.isPublic()) {
      Connection.overHttp(facts).stream()
          .filter(way -> way != Way.API_KEY)
          .forEach(way -> chatGpt(section.way(way), facts, way));
    }
    return section.build(
        "ChatGPT connects to servers that it can reach over HTTPS from the Internet and at which"
            + " people sign in with OAuth{}. It cannot send an API key.",
        lacking(facts));
  }

  private static String lacking(ConnectionFacts facts) {
    if (facts.oauth().isEmpty() && !facts.isOpen()) {
      return ", which is not configured here";
    }
    return facts.isPublic() ? "" : "; the URL of this server can only be reached locally";
  }

  private static void chatGpt(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    setup
        .step("Open Settings, then Apps, then Advanced settings, and turn Developer mode on.")
        .step(
            Text.of("Choose Create app and enter the name and the URL."),
            setup.value("name", "Name", facts.vendor()),
            setup.value("url", "MCP Server URL", Connection.url(facts)))
        .step(
            way == Way.OAUTH
                ? "As authentication, choose OAuth; choose Create and sign in."
                : "As authentication, choose No authentication; choose Create.")
        .step("In a chat, choose the plus sign, then Developer mode, and select the app.")
        .hint("Developer mode is available in paid plans; in a workspace, an admin allows it.");
    if (facts.allowsWrites()) {
      setup.hint(
          "Apps cannot send the header `{}`, so the connection is read-only.",
          facts.names().accessModeHeader());
    }
    setup.end();
  }

  static ClientSection n8n(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "n8n", "n8n");
    Connection.overHttp(facts).forEach(way -> n8n(section.way(way), facts, way));
    return section.build("n8n connects to servers over HTTP only; this one is served over stdio.");
  }

  private static void n8n(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    setup
        .step(
            "Add an MCP Client Tool node to an AI Agent node, or an MCP Client node to a workflow.")
        .step(
            Text.of("Choose HTTP Streamable as the transport and enter the endpoint."),
            setup.value("url", "Endpoint", Connection.url(facts)));
    switch (way) {
      case OAUTH -> setup.step("As authentication, choose MCP OAuth2 and sign in.");
      case API_KEY -> n8nKey(setup, facts);
      default -> setup.step("As authentication, choose None.");
    }
    reachability(setup, facts, "n8n");
    if (facts.allowsWrites()) {
      setup.hint(
          "To allow changes, use Multiple Headers Auth and add `{}` with the value `full-access`.",
          facts.names().accessModeHeader());
    }
    setup.end();
  }

  private static void n8nKey(SectionBuilder.Setup setup, ConnectionFacts facts) {
    if (facts.keys().isEmpty()) {
      setup.step(
          "As authentication, choose Bearer Auth, and store {} as the token of the credential.",
          KeyWords.key(facts));
    } else {
      setup.step(
          Text.of("As authentication, choose Multiple Headers Auth, and add these headers:"),
          setup.value(
              "headers",
              "Headers",
              String.join("\n", Connection.credentials(facts, name -> "").keySet())));
    }
  }

  static ClientSection make(ConnectionFacts facts) {
    SectionBuilder section = new SectionBuilder(facts, "make", "Make");
    if (facts.isPublic()) {
      Connection.overHttp(facts).stream()
          .filter(way -> way != Way.API_KEY || facts.keys().isEmpty())
          .forEach(way -> make(section.way(way), facts, way));
    }
    return section.build(
        facts.isPublic()
            ? "Make sends one API key only; the credentials for this server have a header each."
            : "Make connects to servers that it can reach over HTTPS from the Internet; the URL of"
                + " this server can only be reached locally.");
  }

  private static void make(SectionBuilder.Setup setup, ConnectionFacts facts, Way way) {
    setup
        .step("Add an MCP Client module to a scenario, and create a connection.")
        .step(
            Text.of("Choose New MCP server and enter the URL."),
            setup.value("url", "URL", Connection.url(facts)));
    switch (way) {
      case OAUTH -> setup.step("Choose Save and sign in.");
      case API_KEY ->
          setup
              .step("As API key or access token, enter {}.", KeyWords.key(facts))
              .step("Choose Save.");
      default -> setup.step("Leave the API key empty and choose Save.");
    }
    if (facts.allowsWrites()) {
      setup.hint(
          "The connection is read-only: Make does not send the header `{}`.",
          facts.names().accessModeHeader());
    }
    setup.end();
  }

  private static void reachability(SectionBuilder.Setup setup, ConnectionFacts facts, String name) {
    if (!facts.isPublic()) {
      setup.hint("{} must be able to reach `{}` from where it runs.", name, Connection.url(facts));
    }
  }
}
