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
}
