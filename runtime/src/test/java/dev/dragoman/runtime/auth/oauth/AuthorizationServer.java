package dev.dragoman.runtime.auth.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small authorization server on loopback: metadata, keys, codes with PKCE for public clients,
 * tokens as JWTs, introspection. Its user agrees to everything at once.
 */
public final class AuthorizationServer implements AutoCloseable {
  /** Who may introspect: id and secret, which have to be encoded before they are joined. */
  static final String INTROSPECTOR = "server 1";

  static final String INTROSPECTOR_SECRET = "s3cret:%/ü";

  /** One for all servers: making one takes a while. */
  private static final RSAKey FIRST = newKey("first");

  private final HttpServer server;
  private final String origin;
  private final String issuer;
  private final String metadata;
  private final List<JWK> published = new CopyOnWriteArrayList<>();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> active = new ConcurrentHashMap<>();
  private final AtomicInteger keyFetches = new AtomicInteger();
  private final AtomicInteger introspections = new AtomicInteger();
  private volatile RSAKey signing;
  private volatile boolean down;

  /** Starts on a port; 0 for any free one. */
  public AuthorizationServer(int port) {
    this(port, "");
  }

  /**
   * Starts on a port, as an issuer with a path of its own.
   *
   * @param path what its issuer has after the port; its metadata is that of OpenID Connect only
   *     unless the path is empty
   */
  public AuthorizationServer(int port, String path) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
    issuer = origin + path;
    metadata =
        path.isEmpty()
            ? "/.well-known/oauth-authorization-server"
            : path.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    signing = FIRST;
    published.add(signing);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Prints its issuer and runs until it is killed. */
  public static void main(String[] arguments) {
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    System.out.println(new AuthorizationServer(port).issuer());
  }

  public String issuer() {
    return issuer;
  }

  /** The client id of who may introspect. */
  public static String introspector() {
    return INTROSPECTOR;
  }

  /** Its secret. */
  public static String introspectorSecret() {
    return INTROSPECTOR_SECRET;
  }

  static RSAKey newKey(@Nullable String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** Publishes one more key. */
  void publish(JWK key) {
    published.add(key);
  }

  /** Signs with a new key from now on and publishes that alone. */
  void rotate(@Nullable String id) {
    signing = newKey(id);
    published.clear();
    published.add(signing);
  }

  /** Whether every question is answered with 503. */
  public void down(boolean value) {
    down = value;
  }

  public int keyFetches() {
    return keyFetches.get();
  }

  int introspections() {
    return introspections.get();
  }

  /** An access token of a user, good for five minutes. */
  public String token(String audience, String subject, String scopes) {
    return token(claims -> claims.audience(audience).subject(subject).claim("scope", scopes));
  }

  /** An access token with these claims besides or in place of the usual ones. */
  public String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
    JWTClaimsSet.Builder usual =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID()).build(),
            claims.apply(usual).build());
    try {
      jwt.sign(new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwt.serialize();
  }

  /** Answers introspection of a token so. */
  void activate(String token, ObjectNode answer) {
    active.put(token, answer);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (down) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.equals(metadata)) {
        send(exchange, 200, metadata());
        return;
      }
      switch (path) {
        case "/jwks" -> {
          keyFetches.incrementAndGet();
          send(exchange, 200, new JWKSet(published).toPublicJWKSet().toString());
        }
        case "/authorize" -> authorize(exchange);
        case "/token" -> exchangeCode(exchange);
        case "/introspect" -> introspect(exchange);
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private String metadata() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("issuer", issuer)
        .put("jwks_uri", origin + "/jwks")
        .put("authorization_endpoint", origin + "/authorize")
        .put("token_endpoint", origin + "/token")
        .put("authorization_response_iss_parameter_supported", true);
    json.putArray("response_types_supported").add("code");
    json.putArray("grant_types_supported").add("authorization_code");
    json.putArray("code_challenge_methods_supported").add("S256");
    json.putArray("token_endpoint_auth_methods_supported").add("none");
    return json.toString();
  }

  /** RFC 6749, section 4.1.1, with PKCE (RFC 7636) and a resource (RFC 8707). */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    if (!"code".equals(asked.get("response_type"))
        || !"S256".equals(asked.get("code_challenge_method"))
        || !asked.keySet().containsAll(List.of("client_id", "redirect_uri", "resource"))) {
      send(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    URI target =
        URI.create(
            asked.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + encoded(asked.getOrDefault("state", ""))
                + "&iss="
                + encoded(issuer));
    exchange.getResponseHeaders().add("Location", target.toString());
    exchange.sendResponseHeaders(302, -1);
  }

  private void exchangeCode(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(body(exchange));
    Map<String, String> agreed = codes.remove(asked.getOrDefault("code", ""));
    boolean good =
        agreed != null
            && "authorization_code".equals(asked.get("grant_type"))
            && agreed.get("code_challenge").equals(challenge(asked.get("code_verifier")))
            && agreed.get("redirect_uri").equals(asked.get("redirect_uri"))
            && agreed.get("client_id").equals(asked.get("client_id"))
            && agreed.get("resource").equals(asked.get("resource"));
    if (!good) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String scope = agreed.getOrDefault("scope", "");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .put("access_token", token(agreed.get("resource"), "user-1", scope))
        .put("token_type", "Bearer")
        .put("expires_in", 300)
        .put("scope", scope);
    send(exchange, 200, answer.toString());
  }

  private void introspect(HttpExchange exchange) throws IOException {
    introspections.incrementAndGet();
    String pair = encoded(INTROSPECTOR) + ":" + encoded(INTROSPECTOR_SECRET);
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    ObjectNode answer = active.get(form(body(exchange)).getOrDefault("token", ""));
    send(exchange, 200, answer == null ? "{\"active\":false}" : answer.toString());
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
