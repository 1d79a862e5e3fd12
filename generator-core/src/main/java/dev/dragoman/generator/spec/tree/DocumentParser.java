package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.keyword.Numerals;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Distinguishes JSON from YAML by the contents of a file, and parses it. */
public final class DocumentParser {
  /** Maximum number of repairs, because each one parses the document again. */
  private static final int MOST_MENDS = 20;

  private final ReadLimits limits;
  private final Problems problems;
  private final SharedStrings strings = new SharedStrings();

  /**
   * Creates a parser.
   *
   * @param problems receives warnings about unusual but readable syntax
   */
  public DocumentParser(ReadLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /**
   * Parses a file.
   *
   * @throws LocatedException with the location of the first error
   */
  public Json parse(String text, String file) {
    int first = firstCharacter(text);
    return withoutLargeNumbers(
        first == '{' || first == '[' ? jsonOrFlowYaml(text, file) : yaml(text, file));
  }

  /**
   * Replaces numbers that are too large for calculations by strings; returns the same value if
   * there are none.
   */
  private Json withoutLargeNumbers(Json value) {
    if (value instanceof Json.Num number && !Numerals.isSmall(number.digits())) {
      SpecProblem.LIMIT.warning(
          problems,
          number.location(),
          "A number has more than %d digits when written out.".formatted(Numerals.MOST_DIGITS),
          "It is read as a string.");
      return new Json.Str(number.digits(), number.location());
    }
    if (value instanceof Json.Arr array) {
      List<Json> items = array.items().stream().map(this::withoutLargeNumbers).toList();
      return same(items, array.items()) ? array : new Json.Arr(items, array.location());
    }
    return value instanceof Json.Obj object ? withoutLargeNumbers(object) : value;
  }

  private Json withoutLargeNumbers(Json.Obj object) {
    Map<String, Json> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, withoutLargeNumbers(member)));
    return same(members.values(), object.members().values())
        ? object
        : new Json.Obj(members, object.location());
  }

  private static boolean same(Collection<Json> some, Collection<Json> others) {
    Iterator<Json> other = others.iterator();
    return some.stream().allMatch(value -> value == other.next());
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
            "A block scalar starts with a blank line that is indented deeper than its text.",
            "The extra spaces are ignored.");
        mended = next;
      }
    }
  }

  /**
   * YAML's flow style starts like JSON, but allows comments, unquoted strings and trailing commas.
   */
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

  /** If both parsers fail, the file's name decides which error is reported. */
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
