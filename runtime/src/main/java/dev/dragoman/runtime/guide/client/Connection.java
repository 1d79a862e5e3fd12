package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.StdioCommand;
import dev.dragoman.runtime.guide.format.ShellText;
import dev.dragoman.runtime.guide.model.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What configurations of several clients have in common. */
final class Connection {
  private Connection() {}

  static String url(ConnectionFacts facts) {
    return facts.url().orElseThrow().toString();
  }

  /**
   * The headers of a connection over HTTP.
   *
   * @param reference how the client refers to an environment variable, e.g. {@code ${NAME}}
   */
  static Map<String, String> headers(
      ConnectionFacts facts, Way way, UnaryOperator<String> reference) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (way == Way.API_KEY) {
      headers.putAll(credentials(facts, reference));
    }
    headers.putAll(access(facts));
    return headers;
  }

  /** The headers with credentials alone. */
  static Map<String, String> credentials(ConnectionFacts facts, UnaryOperator<String> reference) {
    if (facts.keys().isEmpty()) {
      String variable = facts.names().apiKeyVariable();
      return Map.of("Authorization", "Bearer " + reference.apply(variable));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    facts.keys().forEach(key -> headers.put(key.header(), reference.apply(key.variable())));
    return headers;
  }

  /**
   * The header for the access mode with its default, so that people see what to change; none if the
   * server does not allow more.
   */
  static Map<String, String> access(ConnectionFacts facts) {
    return facts.allowsWrites()
        ? Map.of(facts.names().accessModeHeader(), AccessMode.READ_ONLY.word())
        : Map.of();
  }

  /** The variables of a server over stdio. */
  static Map<String, String> environment(ConnectionFacts facts, UnaryOperator<String> reference) {
    Map<String, String> variables = new LinkedHashMap<>();
    stdioKeys(facts).forEach(name -> variables.put(name, reference.apply(name)));
    if (facts.allowsWrites()) {
      variables.put(facts.names().accessModeVariable(), AccessMode.READ_ONLY.word());
    }
    return variables;
  }

  /** The variables with credentials of a server over stdio; a mock server needs none. */
  static List<String> stdioKeys(ConnectionFacts facts) {
    return facts.mock() ? List.of() : facts.keyVariables();
  }

  /** A server that the client reaches over HTTP: {@code first}, then the URL and the headers. */
  static Map<String, Object> http(
      Map<String, ?> first, String urlKey, ConnectionFacts facts, Map<String, String> headers) {
    Map<String, Object> server = new LinkedHashMap<>(first);
    server.put(urlKey, url(facts));
    if (!headers.isEmpty()) {
      server.put("headers", headers);
    }
    return server;
  }

  /** A server that the client starts. */
  static Map<String, Object> stdio(
      Map<String, ?> first, ConnectionFacts facts, UnaryOperator<String> reference) {
    StdioCommand start = facts.command().orElseThrow();
    Map<String, Object> server = new LinkedHashMap<>(first);
    server.put("command", start.command());
    server.put("args", start.arguments());
    Map<String, String> variables = environment(facts, reference);
    if (!variables.isEmpty()) {
      server.put("env", variables);
    }
    return server;
  }

  /** The command that starts the server, for a shell. */
  static String commandLine(ConnectionFacts facts) {
    StdioCommand start = facts.command().orElseThrow();
    return Stream.concat(Stream.of(start.command()), start.arguments().stream())
        .map(ShellText::word)
        .collect(Collectors.joining(" "));
  }

  /** A file with one server under its name. */
  static Map<String, Object> file(String root, ConnectionFacts facts, Map<String, Object> server) {
    return Map.of(root, Map.of(facts.slug(), server));
  }

  /** The ways over HTTP that a client with headers and sign-in supports on this server. */
  static List<Way> overHttp(ConnectionFacts facts) {
    if (facts.url().isEmpty()) {
      return List.of();
    }
    return List.of(Way.OAUTH, Way.OPEN, Way.API_KEY).stream()
        .filter(way -> isOffered(facts, way))
        .toList();
  }

  private static boolean isOffered(ConnectionFacts facts, Way way) {
    return switch (way) {
      case OAUTH -> facts.oauth().isPresent();
      case OPEN -> facts.isOpen();
      case API_KEY -> facts.takesKeys();
      case BUNDLE -> facts.bundle().isPresent();
      case STDIO -> facts.command().isPresent();
    };
  }
}
