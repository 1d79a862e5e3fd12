package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Who asked and was asked: two callers are one principal when nothing that decides what a call does
 * differs. A caller with an OAuth grant is known by its subject: its tokens are renewed between two
 * calls.
 */
record Principal(Caller caller) {

  static Principal of(Caller caller) {
    boolean granted = caller.grant().isPresent();
    return new Principal(
        new Caller(
            caller.accessMode(),
            caller.authMode(),
            caller.organisation(),
            granted ? Optional.empty() : caller.credential(),
            caller.grant().map(grant -> new Grant(grant.subject(), Set.of())),
            caller.environment()));
  }

  /** All of it, for a message authentication code only: the credential is among it. */
  byte[][] parts() {
    return new byte[][] {
      bytes(caller.accessMode().word()),
      bytes(caller.authMode().name()),
      optional(caller.organisation()),
      optional(caller.credential().map(Secret::reveal)),
      optional(caller.grant().map(Grant::subject)),
      optional(caller.environment())
    };
  }

  /** Absent and empty stay apart. */
  private static byte[] optional(Optional<String> value) {
    return bytes(value.map(text -> "+" + text).orElse("-"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
