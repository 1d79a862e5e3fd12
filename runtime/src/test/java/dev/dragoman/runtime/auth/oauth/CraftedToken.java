package dev.dragoman.runtime.auth.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A token put together by hand, as no honest issuer would. */
final class CraftedToken {
  private static final int LIMIT = 8_192;

  private final Map<String, JWK> keys;
  private final String issuer;
  private final String audience;

  CraftedToken(Map<String, JWK> keys, String issuer, String audience) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
  }

  /** A good token with these changes. */
  String of(String header, String claims, String signedWith) throws Exception {
    ObjectNode head = merged("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"at+jwt\"}", header);
    ObjectNode body =
        merged(
            "{\"iss\":\"@issuer\",\"aud\":\"@audience\",\"sub\":\"user-1\",\"exp\":\"+300\","
                + "\"iat\":\"+0\",\"scope\":\"a b\"}",
            claims);
    return body.path("pad").asString("").startsWith("@")
        ? padded(head, body, signedWith)
        : signed(head, body, signedWith);
  }

  private ObjectNode merged(String usual, String changes) {
    ObjectNode all = (ObjectNode) JsonMapper.shared().readTree(usual);
    JsonMapper.shared()
        .readTree(changes)
        .properties()
        .forEach(change -> all.set(change.getKey(), change.getValue()));
    all.properties().removeIf(property -> property.getValue().isNull());
    all.properties().forEach(property -> property.setValue(filled(property)));
    return all;
  }

  private JsonNode filled(Map.Entry<String, JsonNode> property) {
    String text = property.getValue().toString();
    if (text.matches("\"[+-][0-9.]+\"")) {
      double seconds = Double.parseDouble(text.substring(1, text.length() - 1));
      return JsonMapper.shared().valueToTree(Instant.now().getEpochSecond() + seconds);
    }
    String replaced =
        text.replace("@issuer", issuer)
            .replace("@audience", audience)
            .replace("@strangerJwks", issuer + "/stranger")
            .replace("\"@stranger\"", keys.get("stranger").toPublicJWK().toString());
    return JsonMapper.shared().readTree(replaced);
  }

  /** As long as the limit allows, or a little longer. */
  private String padded(ObjectNode head, ObjectNode body, String signedWith) throws Exception {
    boolean over = body.path("pad").asString().equals("@over");
    body.set("pad", StringNode.valueOf(""));
    int missing = (LIMIT - signed(head, body, signedWith).length()) * 3 / 4;
    body.set("pad", StringNode.valueOf("p".repeat(missing + (over ? 3 : 0))));
    return signed(head, body, signedWith);
  }

  private String signed(ObjectNode head, ObjectNode body, String with) throws Exception {
    Base64URL header = Base64URL.encode(text(head));
    Base64URL payload = Base64URL.encode(text(body));
    byte[] input = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    return switch (with) {
      case "nothing" -> header + "." + payload + ".";
      case "zeros" -> header + "." + payload + "." + Base64URL.encode(new byte[64]);
      case "hmac" -> header + "." + payload + "." + hmac(input, head.path("alg").asString());
      case "cut" -> cut(header + "." + payload + "." + signature("rsa", head, input));
      case "tampered" ->
          header
              + "."
              + Base64URL.encode(body.put("scope", "admin").toString())
              + "."
              + signature("rsa", head, input);
      default -> header + "." + payload + "." + signature(with, head, input);
    };
  }

  /** A number that no library of ours would write. */
  private static String text(ObjectNode part) {
    return part.toString().replace("\"@huge\"", "1e99999999999");
  }

  private static String cut(String token) {
    return token.substring(0, token.length() - 8);
  }

  /** The key of everyone, used as if it were a secret. */
  private Base64URL hmac(byte[] input, String algorithm) throws GeneralSecurityException {
    String name = algorithm.replace("HS", "HmacSHA");
    Mac mac = Mac.getInstance(name);
    try {
      byte[] secret = ((RSAKey) keys.get("rsa")).toRSAPublicKey().getEncoded();
      mac.init(new SecretKeySpec(secret, name));
    } catch (JOSEException e) {
      throw new GeneralSecurityException(e);
    }
    return Base64URL.encode(mac.doFinal(input));
  }

  private Base64URL signature(String with, ObjectNode head, byte[] input)
      throws JOSEException, ParseException {
    JWK key = keys.get(with);
    JWSSigner signer =
        key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
    String algorithm = head.path("alg").asString();
    return signer.sign(JWSHeader.parse("{\"alg\":\"" + algorithm + "\"}"), input);
  }
}
