package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The constraints of scalars and lists that every client can be given. Documents contain values
 * that JSON Schema does not allow, which clients with strict checks refuse together with the whole
 * list of tools; such constraints are left out here and checked by the server.
 */
final class SchemaKeywords {
  private static final Set<String> NUMBERS = Set.of("minimum", "maximum");
  private static final Set<String> COUNTS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");
  private static final Set<String> FORMATS =
      Set.of("date-time", "date", "time", "email", "uri", "uuid", "ipv4", "ipv6", "hostname");

  /** Escapes with the same meaning in all dialects; others fail in the Unicode mode of ECMA-262. */
  private static final Pattern PORTABLE =
      Pattern.compile("(?:[^\\\\]|\\\\[dDwWsSbB.\\\\/^$*+?()\\[\\]{}|])*");

  private static final int MAX_PATTERN = 200;
  private static final int MAX_ENUM = 1_200;
  private static final int MAX_DEFAULT = 100;

  private SchemaKeywords() {}

  /** Copies the constraints of a schema. */
  static void copy(Json.Obj schema, Map<String, Json> out) {
    schema
        .members()
        .forEach(
            (name, value) -> {
              if (isPortable(name, value)) {
                out.put(name, value);
              }
            });
    bound(schema, "exclusiveMinimum", "minimum", out);
    bound(schema, "exclusiveMaximum", "maximum", out);
  }

  private static boolean isPortable(String name, Json value) {
    if (NUMBERS.contains(name)) {
      return value instanceof Json.Num;
    } else if (COUNTS.contains(name)) {
      return value instanceof Json.Num number && number.digits().matches("\\d{1,9}");
    } else if (value instanceof Json.Str text) {
      return (name.equals("format") && FORMATS.contains(text.value()))
          || (name.equals("pattern") && isPortable(text.value()));
    }
    return name.equals("uniqueItems") && value instanceof Json.Bool unique && unique.value();
  }

  private static boolean isPortable(String pattern) {
    if (pattern.length() > MAX_PATTERN
        || pattern.contains("(?")
        || !PORTABLE.matcher(pattern).matches()) {
      return false;
    }
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** OpenAPI 3.0 writes {@code exclusiveMinimum: true} beside the minimum. */
  private static void bound(
      Json.Obj schema, String exclusive, String bound, Map<String, Json> out) {
    if (schema.get(exclusive) instanceof Json.Num number) {
      out.put(exclusive, number);
    } else if (schema.isTrue(exclusive) && schema.get(bound) instanceof Json.Num number) {
      out.remove(bound);
      out.put(exclusive, number);
    }
  }

  /** The values of an enum without null; empty if there are none, or too many to list. */
  static List<Json> enumValues(Json.Obj schema) {
    Json constant = schema.get("const");
    List<Json> values = constant == null ? schema.items("enum") : List.of(constant);
    List<Json> scalars = values.stream().filter(SchemaKeywords::isScalar).toList();
    // Some model APIs refuse an enum that names a value twice.
    Map<String, Json> listed = new LinkedHashMap<>();
    scalars.forEach(value -> listed.putIfAbsent(JsonText.of(value), value));
    int size = listed.values().stream().mapToInt(value -> text(value).length() + 3).sum();
    return size > MAX_ENUM || values.size() > scalars.size() + 1
        ? List.of()
        : List.copyOf(listed.values());
  }

  private static boolean isScalar(Json value) {
    return value instanceof Json.Str || value instanceof Json.Num || value instanceof Json.Bool;
  }

  /** Whether a default can be shown. */
  static boolean isShortScalar(Json value) {
    return isScalar(value) && text(value).length() <= MAX_DEFAULT;
  }

  private static String text(Json value) {
    if (value instanceof Json.Str string) {
      return string.value();
    }
    return value instanceof Json.Num number ? number.digits() : "false";
  }
}
