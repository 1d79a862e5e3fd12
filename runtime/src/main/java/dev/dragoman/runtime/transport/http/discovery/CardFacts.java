package dev.dragoman.runtime.transport.http.discovery;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server says of itself before anybody connects. It contains nothing of the API's document
 * but its title and version, and no tools, which may depend on the caller.
 *
 * @param name the name in a registry, such as {@code com.example/acme}; empty to derive it from the
 *     server's host
 * @param program the name that the server sends to clients
 * @param title the name for people
 * @param version the version that the server sends to clients
 * @param publicUrl the URL of the MCP endpoint; empty to use the one that a client has reached
 * @param headers what clients can send
 * @param protocolVersions the supported revisions of the protocol
 */
public record CardFacts(
    Optional<String> name,
    String program,
    String title,
    String version,
    Optional<URI> publicUrl,
    List<CardHeader> headers,
    List<String> protocolVersions) {
  public CardFacts {
    Objects.requireNonNull(name);
    Objects.requireNonNull(program);
    Objects.requireNonNull(title);
    Objects.requireNonNull(version);
    Objects.requireNonNull(publicUrl);
    headers = List.copyOf(headers);
    protocolVersions = List.copyOf(protocolVersions);
  }
}
