package dev.dragoman.maven.settings;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * A security scheme that the document does not declare, or a prefix for one that it declares, as
 * configured in a POM.
 */
public final class SecuritySchemeSettings {
  private @Nullable String name;
  private @Nullable String type;
  private @Nullable String in;
  private @Nullable String parameter;
  private @Nullable String prefix;

  /** The settings as in a configuration file. */
  public SettingsObject settings(Location place) {
    return SettingsObject.at(place)
        .text("name", name)
        .text("type", type)
        .text("in", in)
        .text("parameter", parameter)
        .text("prefix", prefix);
  }
}
