package dev.dragoman.runtime.guard;

import java.util.List;
import java.util.Objects;

/**
 * Why an operation is not run, and what would allow it.
 *
 * @param reason what prevents the call, in sentences
 * @param remedy the header, variable, scope or mode that would allow the call, and who sets it
 * @param scopes all scopes that the call needs if only scopes are missing; otherwise empty
 */
public record Refusal(String reason, String remedy, List<String> scopes) implements Decision {
  public Refusal {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(remedy);
    scopes = List.copyOf(scopes);
  }

  /** The complete message for the caller: who refused the call, that nothing was sent, and why. */
  public String message() {
    return "Refused by this server, not by the API; nothing was sent. " + reason + " " + remedy;
  }
}
