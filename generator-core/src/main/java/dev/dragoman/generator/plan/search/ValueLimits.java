package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.media.MediaTypeNames;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a value beyond its type, in parentheses after it: {@code string(uuid)}, {@code
 * string(1..40 chars)}, {@code string(/^[a-z]+$/)}, {@code integer(1..100)}, {@code number(>0)},
 * {@code string[](1..)}. Constraints that rarely matter are omitted.
 */
final class ValueLimits {
  private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_.:/+-]{1,40}");
  private static final int LONGEST_PATTERN = 120;

  /** Maximum lengths above this number of characters are omitted, because few texts reach them. */
  private static final int LONG_TEXT = 300;

  private ValueLimits() {}

  /** A string's format only; binary strings are supplied in Base64 (OpenAPI 3.0, "binary"). */
  static String format(Json.Obj schema) {
    String format = schema.text("format");
    if ("binary".equals(format) || "byte".equals(format)) {
      return "(base64)";
    }
    String encoding = schema.text("contentEncoding");
    String media = schema.text("contentMediaType");
    if (encoding != null) {
      return encoding.matches("(?i)base64(url)?") ? "(base64)" : word(encoding);
    }
    if (media != null) {
      return MediaTypeNames.isText(media) ? word(media) : "(base64)";
    }
    return format == null ? "" : word(format);
  }

  private static String word(String text) {
    return FORMAT.matcher(text).matches() ? "(" + text + ")" : "";
  }

  /** All constraints of a string or a number. */
  static String all(Json.Obj schema) {
    List<String> parts = new ArrayList<>();
    String format = format(schema);
    if (!format.isEmpty() && !isNumeric(schema)) {
      parts.add(format.substring(1, format.length() - 1));
    }
    String pattern = schema.text("pattern");
    if (pattern != null && pattern.length() <= LONGEST_PATTERN && pattern.equals(line(pattern))) {
      parts.add("/" + pattern + "/");
    }
    length(schema, parts);
    range(schema, parts);
    return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
  }

  private static boolean isNumeric(Json.Obj schema) {
    List<String> types = SchemaLookup.types(schema);
    return !types.isEmpty() && List.of("integer", "number").containsAll(types);
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static void length(Json.Obj schema, List<String> parts) {
    long least = count(schema, "minLength", 0);
    long most = count(schema, "maxLength", Long.MAX_VALUE);
    if (most <= LONG_TEXT) {
      parts.add(least == most ? most + " chars" : least + ".." + most + " chars");
    } else if (least > 1) {
      parts.add(least + ".. chars");
    }
  }

  private static void range(Json.Obj schema, List<String> parts) {
    String least = bound(schema, "minimum", "exclusiveMinimum", ">");
    String most = bound(schema, "maximum", "exclusiveMaximum", "<");
    boolean exclusive = least.startsWith(">") || most.startsWith("<");
    if (exclusive) {
      List.of(least.replaceFirst("^(?=[^>])", ">="), most.replaceFirst("^(?=[^<])", "<=")).stream()
          .filter(part -> !part.isEmpty())
          .forEach(parts::add);
    } else if (!least.isEmpty() || !most.isEmpty()) {
      parts.add(least + ".." + most);
    }
    if (schema.get("multipleOf") instanceof Json.Num factor && !factor.digits().startsWith("0")) {
      parts.add("multiple of " + factor.digits());
    }
  }

  /**
   * A bound with its sign if it is exclusive: by a number (OpenAPI 3.1) or by a boolean (OpenAPI
   * 3.0).
   */
  private static String bound(Json.Obj schema, String name, String exclusive, String sign) {
    if (schema.get(exclusive) instanceof Json.Num number) {
      return sign + number.digits();
    }
    String mark = schema.isTrue(exclusive) ? sign : "";
    return schema.get(name) instanceof Json.Num number ? mark + number.digits() : "";
  }

  /** The number of items that an array must have; empty if it may be empty. */
  static String items(Json.Obj schema) {
    long least = count(schema, "minItems", 0);
    long most = count(schema, "maxItems", Long.MAX_VALUE);
    return least == 0 ? "" : "(" + least + ".." + (most < LONG_TEXT ? most : "") + ")";
  }

  private static long count(Json.Obj schema, String name, long otherwise) {
    @Nullable Json value = schema.get(name);
    return value instanceof Json.Num number && number.digits().matches("[0-9]{1,9}")
        ? Long.parseLong(number.digits())
        : otherwise;
  }
}
