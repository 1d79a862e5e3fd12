package dev.dragoman.generator;

import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How clients reach a server, for {@link ClientGuides}.
 *
 * @param url the MCP endpoint; empty for a server over stdio only
 * @param jar the server's jar, for clients that start it; empty if they cannot
 * @param bundle the file name of the bundle for Claude Desktop; empty if there is none
 * @param ways how callers authenticate over HTTP, without OAuth
 * @param authorizationServer where users sign in; empty without OAuth
 */
public record ClientOptions(
    Optional<URI> url,
    Optional<String> jar,
    Optional<String> bundle,
    Set<AuthenticationMethod> ways,
    Optional<URI> authorizationServer) {
  public ClientOptions {
    Objects.requireNonNull(url);
    Objects.requireNonNull(jar);
    Objects.requireNonNull(bundle);
    ways = Set.copyOf(ways);
    Objects.requireNonNull(authorizationServer);
  }
}
