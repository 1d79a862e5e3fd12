package dev.dragoman.example.polar.tools;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** An authorization server on loopback whose users have signed in already. */
final class TokenIssuer implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey key;

  TokenIssuer() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String metadata =
        "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/jwks\", \"token_endpoint\": \"%1$s/token\"}"
            .formatted(url());
    serve("/.well-known/oauth-authorization-server", metadata);
    serve("/jwks", new JWKSet(key).toPublicJWKSet().toString());
    server.start();
  }

  private void serve(String path, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** An access token that is valid for five minutes. */
  String token(String audience, String scopes) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .subject("user-1")
            .audience(audience)
            .claim("scope", scopes)
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
