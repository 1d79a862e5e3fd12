package dev.dragoman.maven;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Puts settings of a POM into the form that a configuration file has; what is absent stays so. */
final class PomObject {
  private final Location location;
  private final Map<String, Json> members = new LinkedHashMap<>();

  PomObject(Location location) {
    this.location = location;
  }

  Location place(String name) {
    return location.member(name, 0, 0);
  }

  PomObject put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  PomObject text(String name, @Nullable String value) {
    return value == null ? this : put(name, new Json.Str(value, place(name)));
  }

  PomObject flag(String name, boolean value) {
    return value ? put(name, new Json.Bool(true, place(name))) : this;
  }

  PomObject texts(String name, @Nullable List<String> values) {
    return items(name, values, (value, place) -> new Json.Str(value, place));
  }

  PomObject texts(String name, @Nullable Map<String, String> values) {
    if (values == null) {
      return this;
    }
    PomObject object = new PomObject(place(name));
    values.forEach(object::text);
    return put(name, object.tree());
  }

  <T> PomObject items(String name, @Nullable List<T> values, BiFunction<T, Location, Json> tree) {
    if (values == null) {
      return this;
    }
    List<Json> items = new ArrayList<>();
    for (T value : values) {
      items.add(tree.apply(value, place(name).item(items.size(), 0, 0)));
    }
    return put(name, new Json.Arr(items, place(name)));
  }

  Json tree() {
    return new Json.Obj(members, location);
  }
}
