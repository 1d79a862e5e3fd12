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
 * The server as a protected resource of OAuth 2.1: its metadata (RFC 9728) and its challenges (RFC
 * 6750, section 3).
 *
 * @param resource its canonical URI, e.g. {@code https://mcp.example.com/mcp}
 * @param issuer the authorization server where clients get its tokens
 * @param scopes what a client asks for to begin with; empty to leave that to the client
 * @param scopePrefix what the authorization server wants before each of this server's scopes where
 *     a client asks for one, such as {@code api://acme/}; tokens have the scopes without it
 */
public record ProtectedResource(URI resource, URI issuer, List<String> scopes, String scopePrefix) {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /** {@code scope-token} of RFC 6749, section 3.3: nothing that would end a quoted string. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}");

  /** A challenge stays well below what clients and proxies take for a header. */
  private static final int SCOPES_LIMIT = 2_000;

  /** Scopes of OpenID Connect are the authorization server's own and get no prefix. */
  private static final Set<String> OPENID =
      Set.of("openid", "profile", "email", "address", "phone", "offline_access");

  public ProtectedResource {
    Objects.requireNonNull(scopePrefix);
    Objects.requireNonNull(resource);
    Objects.requireNonNull(issuer);
    scopes = List.copyOf(scopes);
  }

  /** A resource whose scopes clients ask for as they are. */
  public ProtectedResource(URI resource, URI issuer, List<String> scopes) {
    this(resource, issuer, scopes, "");
  }

  /** Whether a word is a scope as OAuth knows them. */
  public static boolean isScope(String word) {
    return SCOPE.matcher(word).matches();
  }

  /** Where the metadata is: the well-known path comes before the resource's own. */
  public URI metadataUrl() {
    String path = resource.getRawPath() == null ? "" : resource.getRawPath();
    String suffix = path.equals("/") ? "" : path;
    return URI.create(
        resource.getScheme() + "://" + resource.getRawAuthority() + WELL_KNOWN + suffix);
  }

  /** The paths below which this server has its metadata, whatever a proxy makes of the own one. */
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

  /** For a request without an access token. */
  String challenge() {
    return "Bearer " + metadataParameter() + scopeParameter(scopes);
  }

  /**
   * For a request with a bad access token.
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
   * For a call that needs more scopes. A client asks for just the scopes that are named: so the
   * ones it has are named, too, or it would lose them.
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
        + ", error_description=\"The call needs more scopes than the access token has\"";
  }

  private String metadataParameter() {
    return "resource_metadata=\"" + metadataUrl() + "\"";
  }

  private String scopeParameter(Collection<String> scopes) {
    String asked = scopes.stream().map(this::asked).distinct().collect(Collectors.joining(" "));
    return asked.isEmpty() ? "" : ", scope=\"" + asked + "\"";
  }

  /** A scope as a client asks for it. */
  private String asked(String scope) {
    return OPENID.contains(scope) || scope.startsWith(scopePrefix) ? scope : scopePrefix + scope;
  }
}
