package dev.dragoman.runtime.guide.facts;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a client needs to know about one server. Contains no credentials.
 *
 * @param vendor the vendor's name, e.g. {@code Acme}
 * @param slug the name under which clients list the server, e.g. {@code acme}
 * @param title the API's title
 * @param names the names of headers and variables
 * @param url the MCP endpoint as clients reach it; empty for a server over stdio only
 * @param command how a client on the same machine starts the server; empty if it cannot
 * @param bundle the file name of the bundle for Claude Desktop; empty if there is none
 * @param ways the methods accepted over HTTP
 * @param oauth present if and only if {@code ways} contains {@code OAUTH}
 * @param keyForm what a caller's key looks like
 * @param keys the credentials that each have a header of their own; empty if one key is sufficient,
 *     which is a bearer token
 * @param access what callers may do at most, and on whose behalf
 * @param mock whether responses are made up and nothing is sent to the API
 * @param operations the number of operations
 * @param tools the tools that clients list
 * @param sample an operation with which a connection is tried; empty if none is suitable
 * @param allowedOrigins origins of web pages that may call the server, besides loopback ones
 */
public record ConnectionFacts(
    String vendor,
    String slug,
    String title,
    AccessNames names,
    Optional<URI> url,
    Optional<StdioCommand> command,
    Optional<String> bundle,
    Set<AuthenticationMethod> ways,
    Optional<OAuthFacts> oauth,
    KeyForm keyForm,
    List<KeyHeader> keys,
    AccessFacts access,
    boolean mock,
    int operations,
    List<ToolFact> tools,
    Optional<SampleOperation> sample,
    List<String> allowedOrigins) {

  public ConnectionFacts {
    Objects.requireNonNull(vendor);
    Objects.requireNonNull(title);
    Objects.requireNonNull(names);
    Objects.requireNonNull(url);
    Objects.requireNonNull(command);
    Objects.requireNonNull(bundle);
    ways = Set.copyOf(ways);
    Objects.requireNonNull(oauth);
    Objects.requireNonNull(keyForm);
    keys = List.copyOf(keys);
    Objects.requireNonNull(access);
    tools = List.copyOf(tools);
    Objects.requireNonNull(sample);
    allowedOrigins = List.copyOf(allowedOrigins);
    if (!slug.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException(
          "the name of a server in its clients consists of up to 64 letters, digits, - and _: "
              + slug);
    }
    if (oauth.isPresent() != ways.contains(AuthenticationMethod.OAUTH)) {
      throw new IllegalArgumentException("OAuth is accepted if and only if it is described");
    }
  }

  /**
   * Collects the facts about a server of a vendor; the name in clients is derived from its name.
   */
  public static FactsBuilder builder(String vendor) {
    return new FactsBuilder(vendor);
  }

  /** A builder with these facts. */
  public FactsBuilder toBuilder() {
    return new FactsBuilder(this);
  }

  /** Whether a way of authentication is accepted over HTTP. */
  public boolean accepts(AuthenticationMethod way) {
    return ways.contains(way);
  }

  /**
   * The variables that contain a caller's credentials: one for the key, or one for each header;
   * none if the API has no credentials.
   */
  public List<String> keyVariables() {
    if (keyForm == KeyForm.NONE) {
      return List.of();
    }
    return keys.isEmpty()
        ? List.of(names.apiKeyVariable())
        : keys.stream().map(KeyHeader::variable).toList();
  }

  /** Whether a caller's credentials for the API are used in any way of connecting. */
  public boolean usesKeys() {
    boolean local = command.isPresent() || bundle.isPresent();
    return keyForm != KeyForm.NONE && (local || (url.isPresent() && takesKeys()));
  }

  /** Whether callers may send a key over HTTP, and the API has one. */
  public boolean takesKeys() {
    return accepts(AuthenticationMethod.API_KEY) && keyForm != KeyForm.NONE;
  }

  /** Whether a caller without credentials gets somewhere: nothing needs any, or all is made up. */
  public boolean isOpen() {
    return accepts(AuthenticationMethod.ANONYMOUS) && (mock || keyForm == KeyForm.NONE);
  }

  /**
   * Whether services on the Internet can reach the server, as far as its URL tells: https, and a
   * host that is not a loopback or private one.
   */
  public boolean isPublic() {
    return url.filter(PublicUrls::isPublic).isPresent();
  }

  /** Whether callers may choose full access. */
  public boolean allowsWrites() {
    return access.ceiling() == AccessMode.FULL_ACCESS;
  }
}
