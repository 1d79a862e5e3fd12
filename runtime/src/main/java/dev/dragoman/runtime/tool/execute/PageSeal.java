package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.seal.StateSeal;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.Lazy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals what an API's URL of a next page adds to the query, so that an agent can return it but
 * neither write nor change it. A seal is valid for an hour, for one caller, operation and set of
 * arguments; it can be used several times, because a page may be read in parts.
 */
public final class PageSeal {
  /** The longest text that can be a seal. */
  static final int MOST_CHARACTERS = 8_192;

  static final Duration LIFETIME = Duration.ofHours(1);

  private final Supplier<StateSeal> seal;
  private final InstantSource clock;

  /**
   * Creates a seal.
   *
   * @param key evaluated when the first page is sealed, because most calls need none
   */
  public PageSeal(Supplier<StateKey> key, InstantSource clock) {
    this.seal = Lazy.of(() -> new StateSeal(key.get(), "next page"));
    this.clock = clock;
  }

  /** A seal that no other process opens. */
  public static PageSeal random() {
    return new PageSeal(StateKey::random, Clock.systemUTC());
  }

  /** What a seal contains, or why it does not count. */
  sealed interface Opened {}

  /** The query that the seal contains. */
  record Query(String text) implements Opened {}

  /**
   * The seal does not count.
   *
   * @param reason why, and what to do, as the end of a sentence
   */
  record Invalid(String reason) implements Opened {}

  /** The sealed addition to the query of a call; empty if there is none. */
  Optional<String> close(Caller caller, String operation, CallArguments call) {
    if (call.more().isEmpty()) {
      return Optional.empty();
    }
    byte[] text = call.more().getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(Long.BYTES + text.length);
    payload.putLong(clock.millis() + LIFETIME.toMillis()).put(text);
    return Optional.of(seal.get().close(payload.array(), subject(caller, operation, call)));
  }

  /** Opens a seal for a call that is about to be made. */
  Opened open(String sealed, Caller caller, String operation, CallArguments call) {
    return seal.get()
        .open(sealed, subject(caller, operation, call))
        .filter(payload -> payload.length > Long.BYTES)
        .map(ByteBuffer::wrap)
        .map(this::current)
        .orElseGet(
            () ->
                new Invalid(
                    "is not valid for this call: it belongs to the caller, the operation and the"
                        + " arguments of the result that it comes from, and to this server. Copy"
                        + " next from a result as it is, or call the operation from the beginning,"
                        + " without continuation."));
  }

  private Opened current(ByteBuffer payload) {
    return clock.millis() < payload.getLong()
        ? new Query(StandardCharsets.UTF_8.decode(payload).toString())
        : new Invalid(
            "has expired after "
                + LIFETIME.toMinutes()
                + " minutes. Call the operation from the beginning, without continuation.");
  }

  private static List<byte[]> subject(Caller caller, String operation, CallArguments call) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.set("arguments", call.arguments());
    if (call.body() != null) {
      values.set("body", call.body());
    }
    call.contentType().ifPresent(type -> values.put("content_type", type));
    List<byte[]> parts = new ArrayList<>(caller.identity().parts());
    parts.add(operation.getBytes(StandardCharsets.UTF_8));
    parts.add(JsonWriter.canonical(values));
    return parts;
  }
}
