package dev.dragoman.runtime.request;

import java.util.Objects;

/**
 * One thing wrong with the arguments of a call.
 *
 * @param place where, e.g. {@code labels[2]} or {@code body/title}
 * @param message what was expected and what came
 */
public record ArgumentProblem(String place, String message) {
  public ArgumentProblem {
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
