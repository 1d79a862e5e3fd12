package dev.dragoman.maven;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.problem.Location;

import org.jspecify.annotations.Nullable;

/** Which operations are meant, in a POM: those that fit all that is given. */
public final class MatchSettings {
  private @Nullable String operationId;
  private @Nullable String tag;
  private @Nullable String path;
  private @Nullable String method;
  private @Nullable String access;

  SettingsObject settings(Location place) {
    return SettingsObject.at(place)
        .text("operationId", operationId)
        .text("tag", tag)
        .text("path", path)
        .text("method", method)
        .text("access", access);
  }
}
