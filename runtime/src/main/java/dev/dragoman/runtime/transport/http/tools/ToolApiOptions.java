package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the description of the tools as an API states besides the tools.
 *
 * @param title the title of the API behind the server
 * @param version the version of the server
 * @param names the names of the headers that state what a request may do
 * @param environments the environments that a request can choose, the default first
 * @param ways how callers authenticate
 * @param issuer who issues the access tokens, if any are accepted
 * @param publicUrl the URL below which clients reach the server, if it is configured
 */
public record ToolApiOptions(
    String title,
    String version,
    AccessNames names,
    List<String> environments,
    Set<AuthenticationMethod> ways,
    Optional<URI> issuer,
    Optional<URI> publicUrl) {
  public ToolApiOptions {
    Objects.requireNonNull(title);
    Objects.requireNonNull(version);
    Objects.requireNonNull(names);
    environments = List.copyOf(environments);
    ways = Set.copyOf(ways);
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(publicUrl);
  }

  /** The header that confirms a call, e.g. {@code X-Acme-Confirmation}. */
  public String confirmationHeader() {
    return names.headerPrefix() + "Confirmation";
  }
}
