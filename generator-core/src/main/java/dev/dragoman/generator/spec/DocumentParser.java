package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import java.util.Locale;

/** Tells JSON from YAML by what a file holds, and parses it. */
final class DocumentParser {
  /** Each one parses the document anew. */
  private static final int MOST_MENDS = 20;

  private final Limits limits;
  private final Problems problems;
  private final SharedStrings strings = new SharedStrings();

  DocumentParser(Limits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /**
   * The value of a file.
   *
   * @throws LocatedException with the place of the first fault
   */
  Json parse(String text, String file) {
    int first = firstCharacter(text);
    return first == '{' || first == '[' ? jsonOrFlowYaml(text, file) : yaml(text, file);
  }

  private Json yaml(String text, String file) {
    String mended = text;
    for (int mends = 0; ; mends++) {
      try {
        return YamlTreeReader.read(mended, file, limits, strings);
      } catch (LocatedException e) {
        String next = YamlBlanks.mended(mended, e);
        if (next == null || mends == MOST_MENDS) {
          throw e;
        }
        SpecProblem.SYNTAX.warning(
            problems,
            e.location(),
            "A block of text begins with a blank line that is indented deeper than the text.",
            "The blanks are left out.");
        mended = next;
      }
    }
  }

  /** YAML's flow style begins as JSON does, but allows comments, bare words and trailing commas. */
  private Json jsonOrFlowYaml(String text, String file) {
    try {
      return JsonTreeReader.read(text, file, limits, strings);
    } catch (LocatedException json) {
      if (json.problem() != SpecProblem.SYNTAX) {
        throw json;
      }
      return flowYaml(text, file, json);
    }
  }

  private Json flowYaml(String text, String file, LocatedException json) {
    String name = file.toLowerCase(Locale.ROOT);
    boolean namedYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    try {
      Json value = yaml(text, file);
      if (!namedYaml) {
        SpecProblem.SYNTAX.warning(
            problems, json.location(), json.what(), "It was read as YAML, which allows it.");
      }
      return value;
    } catch (LocatedException yaml) {
      throw namedYaml ? yaml : json;
    }
  }

  private static int firstCharacter(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).findFirst().orElse(-1);
  }
}
