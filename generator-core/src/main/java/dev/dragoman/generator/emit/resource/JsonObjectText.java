package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Writes one JSON object, member by member. Members without information are omitted, which keeps
 * the catalog small.
 */
final class JsonObjectText {
  private final StringBuilder out;
  private boolean empty = true;

  private JsonObjectText(StringBuilder out) {
    this.out = out;
  }

  /** Appends an object whose members are written by the consumer. */
  static void append(StringBuilder out, Consumer<JsonObjectText> members) {
    out.append('{');
    members.accept(new JsonObjectText(out));
    out.append('}');
  }

  /** Adds a string, unless it is empty. */
  JsonObjectText text(String name, String value) {
    if (!value.isEmpty()) {
      name(name);
      JsonText.append(out, value);
    }
    return this;
  }

  /** Adds a string, even if it is empty. */
  JsonObjectText string(String name, String value) {
    name(name);
    JsonText.append(out, value);
    return this;
  }

  /** Adds an integer. */
  JsonObjectText number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  /** Adds a flag; false is omitted. */
  JsonObjectText flag(String name, boolean value) {
    if (value) {
      name(name);
      out.append("true");
    }
    return this;
  }

  /** Adds a value, unless it is an empty object. */
  JsonObjectText json(String name, Json value) {
    boolean says = !(value instanceof Json.Obj object) || !object.members().isEmpty();
    if (says) {
      name(name);
      JsonText.append(out, value);
    }
    return this;
  }

  /** Adds a value, whatever it is. */
  JsonObjectText value(String name, Json value) {
    name(name);
    JsonText.append(out, value);
    return this;
  }

  /** Adds an array of strings, unless it is empty. */
  JsonObjectText texts(String name, Collection<String> items) {
    if (!items.isEmpty()) {
      name(name);
      String separator = "[";
      for (String item : items) {
        JsonText.append(out.append(separator), item);
        separator = ",";
      }
      out.append(']');
    }
    return this;
  }

  /** Adds an object. */
  JsonObjectText object(String name, Consumer<JsonObjectText> members) {
    name(name);
    append(out, members);
    return this;
  }

  /** Adds an array of values, unless it is empty. */
  JsonObjectText values(String name, Collection<Json> items) {
    if (!items.isEmpty()) {
      name(name);
      String separator = "[";
      for (Json item : items) {
        out.append(separator);
        JsonText.append(out, item);
        separator = ",";
      }
      out.append(']');
    }
    return this;
  }

  /** Adds an array of objects, unless it is empty. */
  <T> JsonObjectText objects(
      String name, Collection<T> items, java.util.function.BiConsumer<JsonObjectText, T> members) {
    if (!items.isEmpty()) {
      name(name);
      String separator = "[";
      for (T item : items) {
        out.append(separator);
        append(out, object -> members.accept(object, item));
        separator = ",";
      }
      out.append(']');
    }
    return this;
  }

  private void name(String name) {
    out.append(empty ? "" : ",");
    empty = false;
    JsonText.append(out, name);
    out.append(':');
  }
}
