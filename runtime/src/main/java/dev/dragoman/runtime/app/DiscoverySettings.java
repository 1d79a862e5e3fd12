package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.transport.http.discovery.CardFacts;
import dev.dragoman.runtime.transport.http.discovery.CardHeader;
import dev.dragoman.runtime.transport.http.discovery.Discovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How clients and directories find the server, over HTTP.
 *
 * @param card whether there is a server card
 * @param name the server's name in a registry; empty to derive it from the host
 * @param challenge the token by which a directory recognizes the operator
 */
record DiscoverySettings(boolean card, Optional<String> name, Optional<String> challenge) {
  private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9.-]*/[a-zA-Z0-9][a-zA-Z0-9._-]*";
  private static final int NAME_LENGTH = 200;
  private static final String TOKEN = "[\\x21-\\x7E]{1,512}";

  static DiscoverySettings of(CommandLine line) {
    CommandLine.Given card = line.value(Flag.SERVER_CARD);
    boolean named = card.value().matches(NAME) && card.value().length() <= NAME_LENGTH;
    if (!named && !card.value().matches("on|off")) {
      line.problem(
          card.source()
              + " must be on, off, or a name in reverse-DNS format such as com.example/acme.");
    }
    CommandLine.Given token = line.value(Flag.APPS_CHALLENGE);
    if (!token.value().isEmpty() && !token.value().matches(TOKEN)) {
      line.problem(token.source() + " must be up to 512 visible ASCII characters without spaces.");
    }
    return new DiscoverySettings(
        !card.value().equals("off"),
        Optional.of(card.value()).filter(value -> named),
        Optional.of(token.value()).filter(value -> !value.isEmpty()));
  }

  /** The documents of a server. */
  Discovery documents(ServerInfo info, AuthenticationSettings ways, List<CardHeader> headers) {
    CardFacts facts =
        new CardFacts(
            name,
            info.name(),
            info.title(),
            info.version(),
            Optional.ofNullable(ways.publicUrl()).map(AuthenticationSettings::endpoint),
            headers,
            ProtocolVersion.newestFirst().stream().map(ProtocolVersion::text).toList());
    return new Discovery(Optional.of(facts).filter(one -> card), challenge);
  }

  /** The headers of a server of one API. */
  static List<CardHeader> headers(
      ServerDefinition definition, AccessMode ceiling, Set<AuthenticationMethod> ways) {
    List<CardHeader> headers = new ArrayList<>();
    boolean keys = ways.contains(AuthenticationMethod.API_KEY);
    if (keys) {
      headers.add(
          new CardHeader(
              "Authorization",
              ways.contains(AuthenticationMethod.OAUTH)
                  ? "Your API key, unless you sign in."
                  : "Your API key.",
              List.of(),
              true,
              ways.size() == 1));
    }
    headers.addAll(choices(definition, ceiling, keys));
    return headers;
  }

  /** The headers of an API with what callers may choose. */
  static List<CardHeader> choices(ServerDefinition definition, AccessMode ceiling, boolean keys) {
    AccessNames names = AccessNames.of(definition.vendor());
    List<String> environments = definition.environments().stream().map(Environment::name).toList();
    List<CardHeader> headers = new ArrayList<>();
    if (ceiling == AccessMode.FULL_ACCESS) {
      headers.add(
          choice(
              names.accessModeHeader(),
              "full-access allows operations that change something.",
              List.of("read-only", "full-access")));
    }
    if (keys && definition.authModes().containsValue(AuthMode.PARTNER)) {
      headers.add(
          choice(
              names.authModeHeader(),
              "partner is for a partner's key.",
              List.of("user", "partner")));
    }
    if (keys && environments.size() > 1) {
      headers.add(choice(names.environmentHeader(), "Environment of the API.", environments));
    }
    return headers;
  }

  private static CardHeader choice(String name, String description, List<String> choices) {
    return new CardHeader(name, description, choices, false, false);
  }
}
