package dev.dragoman.maven.settings;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.problem.Location;
import org.jspecify.annotations.Nullable;

/** An environment of the API, as configured in a POM. */
public final class EnvironmentSettings {
  private @Nullable String name;
  private @Nullable String url;

  /** The settings as in a configuration file. */
  public SettingsObject settings(Location place) {
    return SettingsObject.at(place).text("name", name).text("url", url);
  }
}
