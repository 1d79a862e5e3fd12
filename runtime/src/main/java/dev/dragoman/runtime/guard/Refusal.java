package dev.dragoman.runtime.guard;

import java.util.Objects;

/**
 * Why an operation does not run, and what would let it.
 *
 * @param reason one sentence
 * @param remedy the header, variable, scope or mode that would allow the call, and who sets it
 */
public record Refusal(String reason, String remedy) implements Decision {
  public Refusal {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(remedy);
  }

  /** All of it, for the one whose call was refused: who refused, that nothing happened, why. */
  public String message() {
    return "Refused by this server, not by the API; nothing was sent. " + reason + " " + remedy;
  }
}
