package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.ClientSection;
import java.util.List;

/** All clients, in the order in which people look for them. */
public final class Clients {
  private Clients() {}

  /** How to connect each client to a server. */
  public static List<ClientSection> of(ConnectionFacts facts) {
    return List.of(
        ClaudeAppClients.desktop(facts),
        ClaudeAppClients.web(facts),
        ClaudeCodeClient.section(facts),
        CodexClient.commandLine(facts),
        CodexClient.app(facts),
        EditorClients.cursor(facts),
        EditorClients.vsCode(facts),
        EditorClients.windsurf(facts),
        GeminiClient.section(facts),
        HostedClients.chatGpt(facts),
        HostedClients.n8n(facts),
        HostedClients.make(facts),
        JsonClient.section(facts),
        ProgramClients.section(facts));
  }
}
