package dev.dragoman.runtime.tool.wait;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.tool.ForeignText;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The values of one field in a response: through lists, those of all items.
 *
 * @param path the path as text
 * @param values the values; those that are objects or lists count as missing
 */
record FieldValues(String path, List<JsonNode> values) {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?(e[+-]?[0-9]{1,3})?");

  private static final int SHOWN = 3;
  private static final int SHOWN_BYTES = 60;

  /** The values at a path; a member whose own name contains dots takes precedence over it. */
  static FieldValues of(JsonNode body, FieldPath path) {
    String text = path.toString();
    List<JsonNode> found =
        body.has(text) ? new FieldPath(List.of(text), true).valuesIn(body) : path.valuesIn(body);
    return new FieldValues(text, found.stream().filter(value -> !value.isContainer()).toList());
  }

  /** Whether there are values, and all of them are among the awaited ones; case does not matter. */
  boolean areAmong(List<String> awaited) {
    Set<String> lower =
        awaited.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return !values.isEmpty() && values.stream().allMatch(value -> isAmong(lower, value));
  }

  /** Numbers are equal whatever their notation: {@code 100} and {@code 100.0}. */
  private static boolean isAmong(Set<String> awaited, JsonNode value) {
    return awaited.contains(value.asString("null").toLowerCase(Locale.ROOT))
        || (value.isNumber()
            && awaited.stream()
                .filter(text -> NUMBER.matcher(text).matches())
                .anyMatch(text -> new BigDecimal(text).compareTo(value.decimalValue()) == 0));
  }

  /** The values as JSON, e.g. {@code status is "queued"}. */
  String shown(String still) {
    if (values.isEmpty()) {
      return path + " is not in the response";
    }
    Set<String> different = new LinkedHashSet<>();
    values.forEach(value -> different.add(ForeignText.clip(value.toString(), SHOWN_BYTES)));
    String more = different.size() > SHOWN ? " and others" : "";
    return path
        + (values.size() > 1 && different.size() > 1 ? " are " : " is ")
        + still
        + different.stream().limit(SHOWN).collect(Collectors.joining(", "))
        + more;
  }
}
