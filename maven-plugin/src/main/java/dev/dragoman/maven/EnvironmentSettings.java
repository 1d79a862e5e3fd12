package dev.dragoman.maven;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import org.jspecify.annotations.Nullable;

/** A place where the API is served, in a POM. */
public final class EnvironmentSettings {
  private @Nullable String name;
  private @Nullable String url;

  Json tree(Location place) {
    return new PomObject(place).text("name", name).text("url", url).tree();
  }
}
