package dev.dragoman.runtime.execute.mock.state;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The items of all callers. Callers with the same credential, organization and environment share
 * theirs; nobody else sees them. Kept until the server ends; if there are too many callers, those
 * that have not called for the longest time start anew. Thread-safe.
 */
public final class MockState {
  static final int MAX_CALLERS = 100;
  static final int MAX_BYTES = 16_000_000;

  /** Credentials are not kept: a caller is known by a hash that only this process can compute. */
  private final byte[] salt = new byte[32];

  private final Map<String, CallerState> callers = new LinkedHashMap<>(16, 0.75f, true);

  public MockState() {
    new SecureRandom().nextBytes(salt);
  }

  /** The items of a caller. */
  public CallerState of(Caller caller) {
    String key = key(caller);
    synchronized (callers) {
      CallerState state = callers.computeIfAbsent(key, unknown -> new CallerState());
      limit(state);
      return state;
    }
  }

  /** Forgets the callers of longest ago until the others fit. */
  private void limit(CallerState latest) {
    long bytes = callers.values().stream().mapToLong(CallerState::bytes).sum();
    Iterator<CallerState> oldest = callers.values().iterator();
    while ((callers.size() > MAX_CALLERS || bytes > MAX_BYTES) && oldest.hasNext()) {
      CallerState state = oldest.next();
      if (state != latest) {
        bytes -= state.bytes();
        oldest.remove();
      }
    }
  }

  private String key(Caller caller) {
    MessageDigest digest = Sha256.start();
    digest.update(salt);
    caller.owner().parts().forEach(part -> add(digest, part));
    add(digest, caller.organization().map(id -> "+" + id).orElse("-"));
    add(digest, caller.environment().map(name -> "+" + name).orElse("-"));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String part) {
    add(digest, part.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
