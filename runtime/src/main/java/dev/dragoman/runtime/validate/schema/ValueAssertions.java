package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.text.DisplayValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The keywords {@code enum} and {@code const}. Documents write {@code enum: [1, 2]} for strings, so
 * scalars with equal text are equal. The time of a look-up does not depend on the number of values.
 */
final class ValueAssertions implements Assertion {
  private static final int SHOWN = 30;
  private static final int VALUE_SHOWN = 200;

  private final Set<String> spellings = new HashSet<>();
  private final Set<String> canonical = new HashSet<>();
  private final String words;
  private final boolean secret;

  /** Creates the assertion for values, which are prepared once for all calls. */
  ValueAssertions(List<JsonNode> values, boolean secret) {
    this.secret = secret;
    for (JsonNode value : values) {
      if (isPlain(value)) {
        spellings.add(value.asString());
      }
      canonical.add(CanonicalJson.of(value));
    }
    this.words = (values.size() == 1 ? "" : "one of ") + shown(values);
  }

  private static boolean isPlain(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  private static String shown(List<JsonNode> values) {
    String text =
        values.stream().limit(SHOWN).map(ValueAssertions::shown).collect(Collectors.joining(", "));
    return values.size() > SHOWN ? text + ", … (" + values.size() + " values)" : text;
  }

  private static String shown(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    return DisplayValue.text(text, VALUE_SHOWN);
  }

  @Override
  public void check(InstanceLocation location, JsonNode value, Validation validation) {
    if (!contains(value, validation)) {
      validation.mismatch(location, words, value, secret);
    }
  }

  private boolean contains(JsonNode value, Validation validation) {
    if (isPlain(value) && spellings.contains(value.asString())) {
      return true;
    }
    String wanted = CanonicalJson.of(value);
    return !validation.spend(wanted.length()) || canonical.contains(wanted);
  }
}
