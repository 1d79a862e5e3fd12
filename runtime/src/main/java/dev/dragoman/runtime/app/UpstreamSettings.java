package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.credential.ClientCredentials;
import dev.dragoman.runtime.credential.CredentialSource;
import dev.dragoman.runtime.credential.TokenExchange;
import dev.dragoman.runtime.credential.TokenSettings;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The URLs of the API's environments, the API credential for callers with an access token, and how
 * connections are made.
 *
 * @param environments the URLs configured by the operator, by environment name
 * @param credentials the source of the credential for callers with an access token
 * @param connections how connections are made
 */
record UpstreamSettings(
    Map<String, URI> environments, CredentialSource credentials, ConnectionOptions connections) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  UpstreamSettings {
    environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(connections);
  }

  /** The settings of a command line; valid only if the line has no problems afterwards. */
  public static UpstreamSettings of(
      CommandLine line, Map<String, String> environment, AccessNames names) {
    ConnectionOptions connections = ConnectionFlags.read(line, environment, names);
    return new UpstreamSettings(
        environments(line),
        new Reader(line, environment, names, connections).credentials(),
        connections);
  }

  /** All environments: the document's and the operator's. */
  Set<String> environmentNames(ServerDefinition definition) {
    Set<String> names = new TreeSet<>(environments.keySet());
    definition.environments().forEach(declared -> names.add(declared.name()));
    return names;
  }

  private static Map<String, URI> environments(CommandLine line) {
    Map<String, URI> urls = new LinkedHashMap<>();
    String source = line.value(Flag.ENVIRONMENT_URL).source();
    for (String item : line.list(Flag.ENVIRONMENT_URL)) {
      int equals = item.indexOf('=');
      String name = equals < 0 ? "" : item.substring(0, equals).strip();
      if (!name.matches("[a-z0-9][a-z0-9-]{0,29}")) {
        line.problem(source + " must be NAME=URL, with a name of lower-case letters and dashes.");
        continue;
      }
      try {
        urls.put(name, Upstream.named(new URI(item.substring(equals + 1).strip())).baseUrl());
      } catch (URISyntaxException e) {
        line.problem(source + " " + name + " is not a URL.");
      } catch (IllegalArgumentException e) {
        line.problem(source + " " + name + ": " + e.getMessage() + ".");
      }
    }
    return urls;
  }

  /** Reads the settings of the credential for callers with an access token. */
  private record Reader(
      CommandLine line,
      Map<String, String> environment,
      AccessNames names,
      ConnectionOptions connections) {

    CredentialSource credentials() {
      Optional<String> fixed = variable("upstream-credential");
      CommandLine.Given way = line.value(Flag.UPSTREAM_AUTH);
      return switch (way.value()) {
        case "" -> fixed.map(Secret::of).map(CredentialSource::fixed).orElse(CredentialSource.NONE);
        case "static" -> CredentialSource.fixed(Secret.of(needed("upstream-credential", way)));
        case "token-exchange" ->
            tokens(way)
                .<CredentialSource>map(settings -> new TokenExchange(settings, client()))
                .orElse(CredentialSource.NONE);
        case "client-credentials" ->
            tokens(way)
                .<CredentialSource>map(settings -> new ClientCredentials(settings, client()))
                .orElse(CredentialSource.NONE);
        default -> {
          line.problem(way.source() + " must be static, token-exchange or client-credentials.");
          yield CredentialSource.NONE;
        }
      };
    }

    private OutboundClient client() {
      return new OutboundClient(connections);
    }

    private Optional<TokenSettings> tokens(CommandLine.Given way) {
      String id = needed("token-client-id", way);
      String secret = needed("token-client-secret", way);
      URI endpoint = endpoint();
      return endpoint == null
          ? Optional.empty()
          : Optional.of(
              new TokenSettings(
                  endpoint,
                  id,
                  Secret.of(secret),
                  text(Flag.TOKEN_AUDIENCE),
                  text(Flag.TOKEN_RESOURCE),
                  text(Flag.TOKEN_SCOPE)));
    }

    /** Secrets are sent to it: without TLS only on this machine (RFC 6749, section 3.2). */
    private @Nullable URI endpoint() {
      CommandLine.Given given = line.value(Flag.TOKEN_ENDPOINT);
      try {
        URI url = new URI(given.value());
        boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
        if (url.getHost() != null && ("https".equals(url.getScheme()) || local)) {
          return url;
        }
      } catch (URISyntaxException e) {
        // Reported below, like a URL with another scheme.
      }
      line.problem(given.source() + " must be an https URL.");
      return null;
    }

    private Optional<String> text(Flag flag) {
      return Optional.of(line.value(flag).value()).filter(value -> !value.isEmpty());
    }

    private Optional<String> variable(String flag) {
      return Optional.ofNullable(environment.get(names.variable(flag)))
          .map(String::strip)
          .filter(value -> !value.isEmpty());
    }

    private String needed(String flag, CommandLine.Given way) {
      Optional<String> value = variable(flag);
      if (value.isEmpty()) {
        line.problem(way.source() + " " + way.value() + " needs " + names.variable(flag) + ".");
      }
      return value.orElse("");
    }
  }
}
