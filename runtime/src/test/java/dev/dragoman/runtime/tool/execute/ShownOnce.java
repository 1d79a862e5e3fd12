package dev.dragoman.runtime.tool.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Checks parts that several calls show of a value: each is equal to the original, and together they
 * are all of it once. A text may come in parts, which have to follow each other.
 */
final class ShownOnce {
  private final String name;
  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private final Map<String, Integer> others = new TreeMap<>();
  private final Map<String, Integer> expected = new TreeMap<>();

  /**
   * Expects a value.
   *
   * @param name for messages
   */
  ShownOnce(JsonNode value, String name) {
    this.name = name;
    expect(value);
  }

  private void expect(JsonNode value) {
    if (value.isContainer()) {
      value.forEach(this::expect);
    } else if (value.isString()) {
      texts.put(value.stringValue(), new StringBuilder());
    } else {
      expected.merge(value.toString(), 1, Integer::sum);
    }
  }

  /** Takes what a call shows. */
  void add(JsonNode shown, JsonNode call) {
    List<String> strings = new ArrayList<>();
    collect(shown, strings);
    for (String text : strings) {
      StringBuilder whole = texts.get(text);
      (whole != null && whole.isEmpty() ? whole : partOf(text, call)).append(text);
    }
  }

  /** The text that a part continues, or else begins. */
  private StringBuilder partOf(String text, JsonNode call) {
    return texts.entrySet().stream()
        .filter(one -> isPart(one.getKey(), one.getValue().toString(), text))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingInt(StringBuilder::length))
        .orElseThrow(
            () ->
                new AssertionError(
                    name
                        + ", call "
                        + call
                        + (texts.containsKey(text)
                            ? " shows again: "
                            : " shows what is not there: ")
                        + text));
  }

  private static boolean isPart(String whole, String before, String text) {
    return before.length() < whole.length()
        && whole.startsWith(before)
        && whole.startsWith(text, before.length());
  }

  private void collect(JsonNode shown, List<String> strings) {
    if (shown.isContainer()) {
      shown.forEach(inner -> collect(inner, strings));
    } else if (shown.isString()) {
      strings.add(shown.stringValue());
    } else if (!shown.isMissingNode()) {
      others.merge(shown.toString(), 1, Integer::sum);
    }
  }

  /** Everything has been shown, once. */
  void assertComplete() {
    texts.forEach(
        (text, so) -> assertThat(so.toString()).as("%s: text shown", name).isEqualTo(text));
    assertThat(others).as("%s: numbers, booleans and nulls shown", name).isEqualTo(expected);
  }
}
