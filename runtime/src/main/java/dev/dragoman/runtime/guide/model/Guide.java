package dev.dragoman.runtime.guide.model;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a person needs to connect a client to one server.
 *
 * @param title e.g. {@code Acme MCP server}
 * @param summary what the server is and does, the most important first
 * @param url the MCP endpoint; empty for a server over stdio only
 * @param tools the tools that clients list
 * @param signIn how callers authenticate, as this server is configured
 * @param access who may do what, in words
 * @param settings the headers and variables of a connection
 * @param clients in the order in which people look for them
 * @param troubles the most frequent failures first
 */
public record Guide(
    String title,
    List<Text> summary,
    Optional<URI> url,
    List<ToolEntry> tools,
    List<Text> signIn,
    List<Text> access,
    List<Setting> settings,
    List<ClientSection> clients,
    Verification verification,
    List<Trouble> troubles) {
  public Guide {
    Objects.requireNonNull(title);
    summary = List.copyOf(summary);
    Objects.requireNonNull(url);
    tools = List.copyOf(tools);
    signIn = List.copyOf(signIn);
    access = List.copyOf(access);
    settings = List.copyOf(settings);
    clients = List.copyOf(clients);
    Objects.requireNonNull(verification);
    troubles = List.copyOf(troubles);
  }

  /**
   * The section of one client.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public ClientSection client(String id) {
    return clients.stream()
        .filter(client -> client.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no client " + id));
  }

  /** All snippets, including the prompt. */
  public List<Snippet> snippets() {
    return Stream.concat(
            clients.stream().flatMap(client -> client.snippets().stream()),
            Stream.of(verification.prompt()))
        .toList();
  }
}
