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
 * Settings that do not come from a file, but from a POM for example, with the same names as in a
 * file. They are validated by the same code, so that messages and rules do not differ between the
 * two. Absent settings remain absent.
 */
public final class SettingsObject {
  private final Location location;
  private final Map<String, Json> members = new LinkedHashMap<>();

  private SettingsObject(Location location) {
    this.location = location;
  }

  /** Creates an object without settings; messages refer to this location. */
  public static SettingsObject at(Location location) {
    return new SettingsObject(location);
  }

  /** The location of one of these settings. */
  public Location place(String name) {
    return location.member(name, 0, 0);
  }

  /** Adds a string, unless it is null. */
  public SettingsObject text(String name, @Nullable String value) {
    return value == null ? this : put(name, new Json.Str(value, place(name)));
  }

  /** Adds a flag; false is treated as absent. */
  public SettingsObject flag(String name, boolean value) {
    return value ? put(name, new Json.Bool(true, place(name))) : this;
  }

  /** Adds a list of strings, unless it is null. */
  public SettingsObject texts(String name, @Nullable List<String> values) {
    return items(name, values, Json.Str::new);
  }

  /** Adds an object of strings, unless it is null. */
  public SettingsObject texts(String name, @Nullable Map<String, String> values) {
    if (values == null) {
      return this;
    }
    SettingsObject object = at(place(name));
    values.forEach(object::text);
    return object(name, object);
  }

  /** Adds an object. */
  public SettingsObject object(String name, SettingsObject value) {
    return put(name, value.tree());
  }

  /** Adds a list of objects, each created from a value and its location. */
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
