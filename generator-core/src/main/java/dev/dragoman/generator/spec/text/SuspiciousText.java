package dev.dragoman.generator.spec.text;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.text.VisibleText;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Warns about text that a person should read before a model does. Nothing is removed: the server
 * quotes all text of a document and makes hidden characters visible, but the person responsible for
 * the server should know about it.
 */
public final class SuspiciousText {
  /** Names that differ but look the same. */
  static final String LOOK_ALIKE = Problem.SUSPICIOUS + "001";

  /** Invisible characters, and those that change the direction of text. */
  static final String HIDDEN = Problem.SUSPICIOUS + "002";

  /** Text that is addressed to a model rather than a reader. */
  static final String INSTRUCTION = Problem.SUSPICIOUS + "003";

  private final Problems problems;

  /** Texts without findings; most names of members occur many times in a document. */
  private final Set<String> clean = new HashSet<>();

  private SuspiciousText(Problems problems) {
    this.problems = problems;
  }

  /** Checks every string of the files, including names of members, and the API's names. */
  public static void check(Collection<Json> files, ApiModel api, Problems problems) {
    SuspiciousText check = new SuspiciousText(problems);
    files.forEach(check::value);
    new LookAlikes(problems).check(api);
  }

  /** Whether a text is addressed to a model. */
  public static boolean speaksToModels(String text) {
    return Instructions.find(text) != null;
  }

  private void value(Json value) {
    if (value instanceof Json.Str string) {
      text(string.value(), string.location());
    } else if (value instanceof Json.Obj object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                text(name, member.location());
                value(member);
              });
    } else if (value instanceof Json.Arr array) {
      array.items().forEach(this::value);
    }
  }

  private void text(String text, Location place) {
    if (clean.contains(text)) {
      return;
    }
    boolean hides = !isPlain(text) && hides(text, place);
    String instruction = Instructions.find(text);
    if (instruction == null && !hides) {
      clean.add(text);
    } else if (instruction != null) {
      problems.warning(
          INSTRUCTION,
          place,
          "The text addresses a model: \"%s\".".formatted(instruction),
          "It is kept as quoted text; read it before you trust the document.");
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
        return false;
      }
    }
    return true;
  }

  private boolean hides(String text, Location place) {
    String visible = VisibleText.of(text);
    if (visible.equals(text)) {
      return false;
    }
    int at = 0;
    while (text.charAt(at) == visible.charAt(at)) {
      at++;
    }
    int character = text.codePointAt(at);
    problems.warning(
        HIDDEN,
        place,
        "The text contains an invisible character: U+%04X (%s)."
            .formatted(character, name(character)),
        "The server shows it as an escape; remove it if it has no meaning.");
    return true;
  }

  private static String name(int character) {
    String name = Character.getName(character);
    return name == null ? "unassigned" : name;
  }
}
