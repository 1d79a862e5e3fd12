package dev.dragoman.runtime.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes that a client carries for the server (HMAC-SHA256, RFC 2104). A seal is bound to one
 * purpose and one context; the context is not part of it and must be the same when it is opened.
 */
public final class StateSeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 32;

  /** The longest seal: with what people have typed into several forms, a state may be long. */
  static final int MAX_LENGTH = 512 * 1024;

  private final StateKey key;
  private final byte[] purpose;

  public StateSeal(StateKey key, String purpose) {
    this.key = key;
    this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The readable payload and its seal, in characters that are valid in headers and URLs.
   *
   * @throws IllegalArgumentException if it is too long to be opened again
   */
  public String close(byte[] payload, List<byte[]> context) {
    byte[] mac = mac(payload, context);
    byte[] whole = Arrays.copyOf(mac, mac.length + payload.length);
    System.arraycopy(payload, 0, whole, mac.length, payload.length);
    String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    if (sealed.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a state of " + sealed.length() + " characters");
    }
    return sealed;
  }

  /** The payload, if its seal is valid for this context. */
  public Optional<byte[]> open(String sealed, List<byte[]> context) {
    if (sealed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    if (whole.length < MAC_BYTES) {
      return Optional.empty();
    }
    byte[] payload = Arrays.copyOfRange(whole, MAC_BYTES, whole.length);
    byte[] mac = Arrays.copyOf(whole, MAC_BYTES);
    return MessageDigest.isEqual(mac, mac(payload, context))
        ? Optional.of(payload)
        : Optional.empty();
  }

  /** Includes the length of each part, so that different lists of parts never have equal bytes. */
  private byte[] mac(byte[] payload, List<byte[]> context) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      update(mac, purpose);
      update(mac, payload);
      context.forEach(part -> update(mac, part));
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static void update(Mac mac, byte[] part) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    mac.update(part);
  }
}
