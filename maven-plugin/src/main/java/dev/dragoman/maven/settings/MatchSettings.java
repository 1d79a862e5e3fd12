package dev.dragoman.maven.settings;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.problem.Location;
import org.jspecify.annotations.Nullable;

/** Selects operations, as configured in a POM: those that match all given criteria. */
public final class MatchSettings {
  private @Nullable String operationId;
  private @Nullable String tag;
  private @Nullable String path;
  private @Nullable String method;
  private @Nullable String access;

  /** The settings as in a configuration file. */
  public SettingsObject settings(Location place) {
    return SettingsObject.at(place)
        .text("operationId", operationId)
        .text("tag", tag)
        .text("path", path)
        .text("method", method)
        .text("access", access);
  }
}
