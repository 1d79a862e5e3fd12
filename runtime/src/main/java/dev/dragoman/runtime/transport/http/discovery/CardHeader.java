package dev.dragoman.runtime.transport.http.discovery;

import java.util.List;
import java.util.Objects;

/**
 * A request header that a client can send.
 *
 * @param name the header
 * @param description one sentence for people
 * @param choices the possible values, the default first; empty if any value is
 * @param secret whether the value is a credential; it is then sent as bearer token
 * @param required whether the server refuses requests without it
 */
public record CardHeader(
    String name, String description, List<String> choices, boolean secret, boolean required) {
  public CardHeader {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    choices = List.copyOf(choices);
  }
}
