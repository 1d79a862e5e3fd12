package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.cut.Cut;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.json.fields.Projection;
import dev.dragoman.runtime.text.DisplayValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells in the envelope of a response what of its body is not shown, and how to get it. */
final class Notices {
  /** The bytes that the notices about a body may need. */
  static final int ROOM = 400;

  private static final String NOTICE = "notice";
  private static final int MOST_NAMED = 5;
  private static final int MOST_CHARACTERS = 150;

  private Notices() {}

  /** Adds a sentence; the first is first. */
  static void add(ObjectNode envelope, String sentence) {
    String before = envelope.path(NOTICE).asString("");
    envelope.put(NOTICE, (before + " " + sentence).strip());
  }

  /** What to say about headers that are too long to be shown. */
  static String ofHeaders(List<String> names) {
    return "Headers left out because they are long: " + clipped(String.join(", ", names)) + ".";
  }

  /** What to say about a part of a body. */
  static List<String> of(Cut cut) {
    List<String> sentences = new ArrayList<>();
    cut.window().ifPresent(window -> sentences.add("Shown: " + clipped(window.toString()) + "."));
    if (!cut.omitted().isEmpty()) {
      sentences.add("Left out because they are long: " + named(cut.omitted()) + ".");
    }
    return sentences;
  }

  /**
   * What to say about a part of a body, and about what was asked for in vain.
   *
   * @param json the whole body
   */
  static List<String> of(Cut cut, ShownPart part, JsonNode json, Projection projection) {
    List<String> sentences = new ArrayList<>(of(cut));
    if (part.skip() > 0 && cut.window().isEmpty()) {
      sentences.add("skip has no effect: the body has neither a list nor a long text.");
    }
    List<FieldPath> missing =
        projection.isAll()
            ? List.of()
            : part.fields().stream().filter(field -> !field.isIn(json)).toList();
    if (!missing.isEmpty()) {
      sentences.add("Not in this response: " + named(missing) + ".");
    }
    return sentences;
  }

  private static String named(List<FieldPath> fields) {
    String names =
        fields.stream()
            .limit(MOST_NAMED)
            .map(FieldPath::toString)
            .collect(Collectors.joining(", "));
    return clipped(names) + (fields.size() > MOST_NAMED ? " and others" : "");
  }

  private static String clipped(String text) {
    return DisplayValue.text(text, MOST_CHARACTERS);
  }
}
