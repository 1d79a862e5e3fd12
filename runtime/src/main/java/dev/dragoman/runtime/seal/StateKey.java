package dev.dragoman.runtime.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key with which a server authenticates its own data when a client returns it: request states
 * and session ids. Servers that share a key can continue each other's calls.
 */
public final class StateKey {
  /** Minimum number of characters of a key given as text. */
  public static final int MIN_LENGTH = 32;

  private final byte[] bytes;

  private StateKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A key that no other process has. */
  public static StateKey random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new StateKey(bytes);
  }

  /**
   * A key that several processes share.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #MIN_LENGTH} characters
   */
  public static StateKey of(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("must contain at least " + MIN_LENGTH + " characters");
    }
    return new StateKey(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A key of its own for a part of the server, such as one of several APIs, that follows from this
   * one (HMAC-SHA256, RFC 2104): what is sealed with one of them is not opened by another.
   */
  public StateKey forPart(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return new StateKey(mac.doFinal(("part " + name).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "***";
  }
}
