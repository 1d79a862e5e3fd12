package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.VerifiedToken;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The claims of a token that determine what its caller may do. A claim is given by its name or, if
 * no claim has that name, by a dotted path such as {@code realm_access.roles}.
 *
 * @param scopes claims that contain scopes, as space-separated text or as a list
 * @param scopePrefix the prefix removed from scopes; empty for none
 * @param organization the claim that names the organizations of the subject; empty for none
 */
public record TokenClaims(List<String> scopes, String scopePrefix, String organization) {
  /** RFC 9068, section 2.2.3, and the equivalent of other issuers. */
  public static final TokenClaims USUAL = new TokenClaims(List.of("scope", "scp"), "", "");

  /** Claims with scopes that a client can request; others contain roles and permissions. */
  private static final Set<String> ASKED_FOR = Set.of("scope", "scp");

  public TokenClaims {
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(scopePrefix);
    Objects.requireNonNull(organization);
  }

  /** These claims, with the given claim for organizations. */
  public TokenClaims withOrganization(String claim) {
    return new TokenClaims(scopes, scopePrefix, claim);
  }

  /** Everything the token allows. */
  Set<String> scopes(ObjectNode claims) {
    Set<String> all = new LinkedHashSet<>();
    scopes.forEach(name -> all.addAll(words(claims, name)));
    return all;
  }

  /** Scopes of the token that no client can request. */
  Set<String> roles(ObjectNode claims) {
    Set<String> roles = scopes(claims);
    scopes.stream()
        .filter(ASKED_FOR::contains)
        .forEach(name -> roles.removeAll(words(claims, name)));
    return roles;
  }

  private Set<String> words(ObjectNode claims, String name) {
    JsonNode claim = at(claims, name);
    Stream<JsonNode> texts = claim.isArray() ? claim.valueStream() : Stream.of(claim);
    Set<String> words = new LinkedHashSet<>();
    texts
        .filter(JsonNode::isString)
        .flatMap(list -> Stream.of(list.stringValue().split(" ", -1)))
        .map(word -> word.startsWith(scopePrefix) ? word.substring(scopePrefix.length()) : word)
        .filter(ProtectedResource::isScope)
        .forEach(words::add);
    return words;
  }

  private static JsonNode at(ObjectNode claims, String name) {
    JsonNode node = claims.path(name);
    if (node.isMissingNode()) {
      node = claims;
      for (String step : name.split("\\.", -1)) {
        node = node.path(step);
      }
    }
    return node;
  }

  /**
   * The ids of the token's organizations by name; empty if no claim for organizations is
   * configured. The claim is an id, a list of ids or of objects with an {@code id}, or an object
   * with a member per organization, keyed by its name and with or without an {@code id}. Entries of
   * a list or object that cannot be ids are ignored.
   */
  Optional<Map<String, String>> organizations(ObjectNode claims) {
    if (organization.isEmpty()) {
      return Optional.empty();
    }
    JsonNode claim = at(claims, organization);
    Map<String, String> ids = new TreeMap<>();
    if (claim.isArray()) {
      claim.values().forEach(one -> add(ids, id(one).orElse(""), one));
    } else if (claim.isObject() && !claim.has("id")) {
      claim.properties().forEach(one -> add(ids, one.getKey(), one.getValue()));
    } else {
      add(ids, id(claim).orElse(""), claim);
    }
    return Optional.of(ids);
  }

  private static void add(Map<String, String> ids, String name, JsonNode organization) {
    String id = id(organization).orElse(name);
    if (VerifiedToken.isOrganization(id)) {
      ids.put(VerifiedToken.isOrganization(name) ? name : id, id);
    }
  }

  private static Optional<String> id(JsonNode value) {
    if (value.isObject()) {
      return value.get("id") == null ? Optional.empty() : id(value.path("id"));
    }
    return value.isString() || value.isIntegralNumber()
        ? Optional.of(value.asString())
        : Optional.empty();
  }
}
