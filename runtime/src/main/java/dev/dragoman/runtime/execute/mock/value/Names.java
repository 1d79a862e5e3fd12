package dev.dragoman.runtime.execute.mock.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Recognizes properties by their usual names. */
public final class Names {
  private static final List<String> IDS =
      List.of(
          "id",
          "sid",
          "uuid",
          "guid",
          "key",
          "number",
          "iid",
          "slug",
          "name",
          "login",
          "code",
          "username");
  private static final Set<String> ALIASES =
      Set.of("id", "sid", "uuid", "guid", "key", "number", "iid", "nodeid");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

  private Names() {}

  /**
   * {@code page_token}, {@code pageToken} and {@code page[token]} are one name: only letters and
   * digits count, those of every script.
   */
  public static String plain(String name) {
    return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The property with this name, or one that is spelled differently. */
  public static Optional<String> property(JsonNode object, String name) {
    if (object.has(name)) {
      return Optional.of(name);
    }
    String plain = plain(name);
    return plain.isEmpty()
        ? Optional.empty()
        : first(object, property -> plain(property).equals(plain));
  }

  /**
   * The property that identifies an item.
   *
   * @param variable the variable of the item's path, such as {@code issue_number}; empty if there
   *     is none
   */
  public static Optional<String> id(JsonNode item, String variable) {
    String plain = plain(variable);
    Optional<String> same =
        plain.isEmpty()
            ? Optional.empty()
            : scalar(item, property -> plain(property).equals(plain));
    if (same.isPresent() && IDS.stream().anyMatch(plain::endsWith)) {
      return same;
    }
    return id(item, named(plain)).or(() -> id(item, IDS.stream())).or(() -> same);
  }

  /** The ids with which a variable ends, the longest first: {@code thing_uuid} is not an id. */
  private static Stream<String> named(String variable) {
    return IDS.stream()
        .filter(variable::endsWith)
        .sorted(Comparator.comparing(String::length).reversed())
        .flatMap(id -> id.equals("username") ? Stream.of(id, "login") : Stream.of(id));
  }

  private static Optional<String> id(JsonNode item, Stream<String> candidates) {
    return candidates
        .map(id -> scalar(item, property -> plain(property).equals(id)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The properties that identify an item: the main one, and others by which it may be known. */
  public static List<String> identity(JsonNode item, String main) {
    List<String> names = new ArrayList<>();
    item.forEachEntry(
        (name, value) -> {
          boolean alias = name.equals(main) || ALIASES.contains(plain(name));
          if (alias && value.isValueNode() && !value.isNull() && !value.isBoolean()) {
            names.add(name);
          }
        });
    return names;
  }

  private static Optional<String> scalar(JsonNode item, Predicate<String> named) {
    return first(
        item,
        name ->
            named.test(name)
                && item.path(name).isValueNode()
                && !item.path(name).isNull()
                && !item.path(name).isBoolean());
  }

  private static Optional<String> first(JsonNode object, Predicate<String> wanted) {
    return object.propertyNames().stream().filter(wanted).findFirst();
  }
}
