package dev.dragoman.runtime.request;

import java.util.Objects;

/**
 * One problem with the arguments of a call.
 *
 * @param place the location of the value, e.g. {@code labels[2]} or {@code body/title}
 * @param message what was expected and what was given
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
