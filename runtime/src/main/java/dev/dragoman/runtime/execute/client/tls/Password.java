package dev.dragoman.runtime.execute.client.tls;

import dev.dragoman.runtime.Secret;
import java.util.Optional;

/**
 * The password of a file with a private key.
 *
 * @param source the variable that contains it, for messages
 * @param secret the password; empty if there is none
 */
public record Password(String source, Optional<Secret> secret) {
  char[] value() {
    return secret.map(one -> one.reveal().toCharArray()).orElseGet(() -> new char[0]);
  }
}
