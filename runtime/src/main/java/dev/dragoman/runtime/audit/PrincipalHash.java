package dev.dragoman.runtime.audit;

import dev.dragoman.runtime.Caller;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Distinguishes principals without identifying them: 48 bits of HMAC-SHA-256 (RFC 2104) with a key
 * that is generated when the process starts and never stored. A plain hash of a user name and
 * password could be guessed by anyone who reads the log.
 */
final class PrincipalHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HASH_BYTES = 6;

  private static final SecretKeySpec KEY = key();
  private static final Mac KEYED = keyed();

  private PrincipalHash() {}

  static String of(Caller.Identity principal) {
    Mac mac = mac();
    for (byte[] part : principal.parts()) {
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
      mac.update(part);
    }
    return HexFormat.of().formatHex(mac.doFinal(), 0, HASH_BYTES);
  }

  /** A copy: finding and keying an algorithm takes longer than the hash itself. */
  private static Mac mac() {
    try {
      return (Mac) KEYED.clone();
    } catch (CloneNotSupportedException providerWithoutCopies) {
      return keyed();
    }
  }

  private static Mac keyed() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(KEY);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static SecretKeySpec key() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
