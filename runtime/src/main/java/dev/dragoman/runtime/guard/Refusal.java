package dev.dragoman.runtime.guard;

import java.util.List;
import java.util.Objects;

/**
 * Why an operation does not run, and what would let it.
 *
 * @param reason what stands in the way, in sentences
 * @param remedy the header, variable, scope or mode that would allow the call, and who sets it
 * @param scopes all the scopes the call needs, when nothing but scopes is missing; else empty
 */
public record Refusal(String reason, String remedy, List<String> scopes) implements Decision {
  public Refusal {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(remedy);
    scopes = List.copyOf(scopes);
  }

  /** All of it, for the one whose call was refused: who refused, that nothing happened, why. */
  public String message() {
    return "Refused by this server, not by the API; nothing was sent. " + reason + " " + remedy;
  }
}
