package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.runtime.execute.breaker.Breakers;
import dev.dragoman.runtime.guard.Permit;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Identifies calls of an operation by a caller, to count their failures without keeping anyone's
 * credential.
 */
final class CallKey {
  private static final int CALLER_BYTES = 16;

  private CallKey() {}

  static Breakers.Call of(Permit permit) {
    return new Breakers.Call(caller(permit), permit.operation().id());
  }

  private static String caller(Permit permit) {
    MessageDigest digest = Sha256.start();
    for (byte[] part : permit.caller().owner().parts()) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, CALLER_BYTES);
  }
}
