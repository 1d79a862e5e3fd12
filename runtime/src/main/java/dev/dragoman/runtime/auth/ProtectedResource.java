package dev.dragoman.runtime.auth;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server as an OAuth 2.1 protected resource: its metadata (RFC 9728) and challenges (RFC 6750,
 * section 3).
 *
 * @param resource the canonical URI, e.g. {@code https://mcp.example.com/mcp}
 * @param issuer the authorization server that issues tokens to clients
 * @param scopes the scopes that a client requests initially; empty to leave the choice to the
 *     client
 * @param scopePrefix the prefix that the authorization server expects before each of this server's
 *     scopes in a request, such as {@code api://acme/}; scopes in tokens do not have it
 */
public record ProtectedResource(URI resource, URI issuer, List<String> scopes, String scopePrefix) {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /** {@code scope-token} of RFC 6749, section 3.3: excludes characters that end a quoted string. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}");

  /** Keeps a challenge well below the header limits of clients and proxies. */
  private static final int SCOPES_LIMIT = 2_000;

  /** OpenID Connect scopes belong to the authorization server and are not prefixed. */
  private static final Set<String> OPENID =
      Set.of("openid", "profile", "email", "address", "phone", "offline_access");

  public ProtectedResource {
    Objects.requireNonNull(scopePrefix);
    Objects.requireNonNull(resource);
    Objects.requireNonNull(issuer);
    scopes = List.copyOf(scopes);
  }

  /** A resource whose scopes are requested without a prefix. */
  public ProtectedResource(URI resource, URI issuer, List<String> scopes) {
    this(resource, issuer, scopes, "");
  }

  /** Whether a word is a valid OAuth scope. */
  public static boolean isScope(String word) {
    return SCOPE.matcher(word).matches();
  }

  /** The URL of the metadata: the well-known path is inserted before the resource's own path. */
  public URI metadataUrl() {
    String path = resource.getRawPath() == null ? "" : resource.getRawPath();
    String suffix = path.equals("/") ? "" : path;
    return URI.create(
        resource.getScheme() + "://" + resource.getRawAuthority() + WELL_KNOWN + suffix);
  }

  /** The paths of this server's metadata, with and without a path rewritten by a proxy. */
  public Set<String> metadataPaths() {
    return Stream.of(WELL_KNOWN, WELL_KNOWN + "/mcp", metadataUrl().getRawPath())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The metadata (RFC 9728, section 2), as JSON. */
  public String metadata() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("resource", resource.toString());
    json.putArray("authorization_servers").add(issuer.toString());
    if (!scopes.isEmpty()) {
      scopes.stream().map(this::asked).forEach(json.putArray("scopes_supported")::add);
    }
    json.putArray("bearer_methods_supported").add("header");
    return json.toString();
  }

  /** The challenge for a request without an access token. */
  String challenge() {
    return "Bearer " + metadataParameter() + scopeParameter(scopes);
  }

  /**
   * The challenge for a request with an invalid access token.
   *
   * @param reason ASCII without quotation marks or backslashes
   */
  String invalidToken(String reason) {
    return "Bearer error=\"invalid_token\", error_description=\""
        + reason
        + "\", "
        + metadataParameter()
        + scopeParameter(scopes);
  }

  /**
   * The challenge for a call that needs more scopes. A client requests only the scopes in the
   * challenge, so the granted ones are included; otherwise it would lose them.
   */
  String insufficientScope(List<String> needed, Set<String> granted) {
    Set<String> all = new LinkedHashSet<>(needed.stream().map(this::asked).toList());
    granted.stream()
        .filter(scope -> isScope(scope) && !scope.equals("offline_access"))
        .sorted()
        .map(this::asked)
        .forEach(all::add);
    List<String> named = String.join(" ", all).length() > SCOPES_LIMIT ? needed : List.copyOf(all);
    return "Bearer error=\"insufficient_scope\""
        + scopeParameter(named)
        + ", "
        + metadataParameter()
        + ", error_description=\"The call requires scopes that the access token does not have\"";
  }

  private String metadataParameter() {
    return "resource_metadata=\"" + metadataUrl() + "\"";
  }

  private String scopeParameter(Collection<String> scopes) {
    String asked = scopes.stream().map(this::asked).distinct().collect(Collectors.joining(" "));
    return asked.isEmpty() ? "" : ", scope=\"" + asked + "\"";
  }

  /** A scope as requested by a client. */
  private String asked(String scope) {
    return OPENID.contains(scope) || scope.startsWith(scopePrefix) ? scope : scopePrefix + scope;
  }
}
