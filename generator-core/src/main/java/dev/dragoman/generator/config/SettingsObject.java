package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Settings that come from elsewhere than a file, such as a POM, under the names that a file has.
 * What is absent stays so.
 */
public final class SettingsObject {
  private final Location location;
  private final Map<String, Json> members = new LinkedHashMap<>();

  private SettingsObject(Location location) {
    this.location = location;
  }

  /** No settings yet; messages name this place. */
  public static SettingsObject at(Location location) {
    return new SettingsObject(location);
  }

  /** The place of a setting in here. */
  public Location place(String name) {
    return location.member(name, 0, 0);
  }

  public SettingsObject text(String name, @Nullable String value) {
    return value == null ? this : put(name, new Json.Str(value, place(name)));
  }

  /** False counts as absent. */
  public SettingsObject flag(String name, boolean value) {
    return value ? put(name, new Json.Bool(true, place(name))) : this;
  }

  public SettingsObject texts(String name, @Nullable List<String> values) {
    return items(name, values, Json.Str::new);
  }

  public SettingsObject texts(String name, @Nullable Map<String, String> values) {
    if (values == null) {
      return this;
    }
    SettingsObject object = at(place(name));
    values.forEach(object::text);
    return object(name, object);
  }

  public SettingsObject object(String name, SettingsObject value) {
    return put(name, value.tree());
  }

  /** A list of objects, each made of a value and its place. */
  public <T> SettingsObject objects(
      String name, @Nullable List<T> values, BiFunction<T, Location, SettingsObject> object) {
    return items(name, values, (value, place) -> object.apply(value, place).tree());
  }

  private <T> SettingsObject items(
      String name, @Nullable List<T> values, BiFunction<T, Location, Json> tree) {
    if (values == null) {
      return this;
    }
    List<Json> items = new ArrayList<>();
    for (T value : values) {
      items.add(tree.apply(value, place(name).item(items.size(), 0, 0)));
    }
    return put(name, new Json.Arr(items, place(name)));
  }

  private SettingsObject put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  Json tree() {
    return new Json.Obj(members, location);
  }
}
