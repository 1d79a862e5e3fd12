package dev.dragoman.runtime.mcp.state;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.seal.StateSeal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code requestState} of 2026-07-28: a tool's state, sealed for one caller, tool and set of
 * arguments, valid for ten minutes and, within this process, only once.
 *
 * <p>Servers that share a key do not share memory, so each of them accepts a state once. In return,
 * no store is needed; a state only allows the one call to which its user agreed.
 */
public final class RequestStates {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int HEAD_BYTES = Long.BYTES + 2 * Long.BYTES;
  private static final int REMEMBERED = 10_000;

  private final StateSeal seal;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<UUID, Long> spent = new LinkedHashMap<>();

  public RequestStates(StateKey key, InstantSource clock) {
    this.seal = new StateSeal(key, "request state");
    this.clock = clock;
  }

  /** The call for which a state is valid. */
  public record Subject(Caller.Identity caller, String tool, ObjectNode arguments) {
    private List<byte[]> parts() {
      List<byte[]> parts = new ArrayList<>(caller.parts());
      parts.add(tool.getBytes(StandardCharsets.UTF_8));
      parts.add(JsonWriter.canonical(arguments));
      return parts;
    }
  }

  /**
   * A state that was issued by this server for the same subject.
   *
   * @param fresh neither expired nor used before
   * @param state the tool's own part
   */
  public record Opened(boolean fresh, String state) {}

  public String close(String state, Subject subject) {
    byte[] text = state.getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(HEAD_BYTES + text.length);
    payload.putLong(clock.millis() + LIFETIME.toMillis());
    payload.putLong(random.nextLong()).putLong(random.nextLong()).put(text);
    return seal.close(payload.array(), subject.parts());
  }

  /** Opens and uses a state; empty if it was not issued by this server for this subject. */
  public Optional<Opened> open(String sealed, Subject subject) {
    return seal.open(sealed, subject.parts())
        .filter(payload -> payload.length >= HEAD_BYTES)
        .map(ByteBuffer::wrap)
        .map(this::spend);
  }

  private Opened spend(ByteBuffer payload) {
    long expiry = payload.getLong();
    UUID nonce = new UUID(payload.getLong(), payload.getLong());
    boolean fresh = clock.millis() < expiry && isFirst(nonce, expiry);
    return new Opened(fresh, StandardCharsets.UTF_8.decode(payload).toString());
  }

  /** Removes expired states, and the oldest ones if there are too many, to make room for this. */
  private synchronized boolean isFirst(UUID nonce, long expiry) {
    if (spent.containsKey(nonce)) {
      return false;
    }
    Iterator<Long> oldest = spent.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next() > clock.millis() && spent.size() < REMEMBERED) {
        break;
      }
      oldest.remove();
    }
    spent.put(nonce, expiry);
    return true;
  }
}
