package dev.dragoman.maven.settings;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.problem.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation as a tool of its own, as configured in a POM. */
public final class ToolSettings {
  private @Nullable String operation;
  private @Nullable String name;
  private @Nullable String title;
  private @Nullable String description;
  private @Nullable Map<String, String> fixed;
  private @Nullable List<String> hide;
  private @Nullable List<String> fields;

  /** The settings as in a configuration file. */
  public SettingsObject settings(Location place) {
    return SettingsObject.at(place)
        .text("operation", operation)
        .text("name", name)
        .text("title", title)
        .text("description", description)
        .texts("fixed", fixed)
        .texts("hide", hide)
        .texts("fields", fields);
  }
}
