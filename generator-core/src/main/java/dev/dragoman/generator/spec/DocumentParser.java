package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import java.util.Locale;

/** Tells JSON from YAML by what a file holds, and parses it. */
final class DocumentParser {
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
    return first == '{' || first == '['
        ? jsonOrFlowYaml(text, file)
        : YamlTreeReader.read(text, file, limits, strings);
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
      Json value = YamlTreeReader.read(text, file, limits, strings);
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
