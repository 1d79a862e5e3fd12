package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Estimates how likely a call uses an optional argument, from what a document says about it: the
 * examples that contain it, conditions under which it is required, mentions in the description of
 * the operation, and its name.
 */
final class UsageEvidence {
  private static final int IN_MOST_EXAMPLES = 5;
  private static final int IN_SOME_EXAMPLES = 3;
  private static final int REQUIRED_AT_TIMES = 4;
  private static final int MENTIONED = 2;
  private static final int TELLING = 3;
  private static final int CALLBACK = -3;
  private static final int UNUSED = -6;
  private static final int EVERYWHERE = -1;

  /** Maximum depth to which examples are read. */
  private static final int DEPTH = 6;

  /** Where the API reports what happens later: set up once, and rarely by an agent. */
  private static final Set<String> CALLBACKS = Set.of("callback", "webhook", "fallback");

  private static final Pattern CONDITION =
      Pattern.compile(
          "(?i)\\brequired (if|when|unless|for|only)\\b|conditionally required"
              + "|\\b(at least|exactly|only) one of\\b|\\bone of .{1,80} (is|must be) "
              + "(required|given|provided|specified|set)|\\brequired\\b[^.]{0,40}"
              + "\\b(omitted|absent|missing|not (given|provided|specified|set|present))"
              + "|\\beither\\b[^.]{1,80}\\b(is required|must be)\\b");

  private static final Pattern OBSOLETE =
      Pattern.compile("(?i)^\\W*(obsolete|deprecated|reserved|internal|unused|not used)\\b.*");

  private final Set<String> everywhere;
  private final List<Set<String>> examples;
  private final String text;

  /**
   * Collects the evidence for an operation.
   *
   * @param everywhere names of the parameters of most operations of the API
   */
  UsageEvidence(OperationModel operation, Set<String> everywhere) {
    this.everywhere = everywhere;
    this.examples =
        operation.body().stream()
            .flatMap(body -> body.content().stream())
            .map(MediaTypeModel::examples)
            .flatMap(List::stream)
            .map(UsageEvidence::names)
            .filter(names -> !names.isEmpty())
            .toList();
    this.text = operation.summary() + "\n" + operation.description();
  }

  /** The weight of a parameter; more is more likely. */
  int ofParameter(ParameterModel parameter) {
    int weight = named(parameter.name()) + described(parameter.description());
    weight += parameter.deprecated() ? UNUSED : 0;
    weight += parameter.example().isPresent() ? 1 : 0;
    return weight + (everywhere.contains(parameter.name()) ? EVERYWHERE : 0);
  }

  /**
   * The weight of a field of the body.
   *
   * @param isAlternative whether one of several alternatives requires it
   */
  int ofField(String name, Json schema, boolean isAlternative) {
    int weight = named(name) + (isAlternative ? REQUIRED_AT_TIMES : 0);
    if (schema instanceof Json.Obj object) {
      String description = object.text("description");
      weight += described(description == null ? "" : description);
      weight += object.isTrue("deprecated") ? UNUSED : 0;
    }
    return weight + shown(name);
  }

  private int shown(String name) {
    long count = examples.stream().filter(names -> names.contains(name)).count();
    if (count == 0) {
      return 0;
    }
    return 2 * count >= examples.size() ? IN_MOST_EXAMPLES : IN_SOME_EXAMPLES;
  }

  private int named(String name) {
    int weight = FieldNames.isTelling(name) ? TELLING : 0;
    weight += FieldNames.words(name).stream().anyMatch(CALLBACKS::contains) ? CALLBACK : 0;
    return weight + (isMentioned(name) ? MENTIONED : 0);
  }

  /** Whether the operation's text has a name as code, or a name that is not an ordinary word. */
  private boolean isMentioned(String name) {
    if (text.contains("`" + name + "`")) {
      return true;
    }
    return FieldNames.words(name).size() > 1
        && Pattern.compile("(?<![\\w])" + Pattern.quote(name) + "(?![\\w])").matcher(text).find();
  }

  private static int described(String description) {
    String first = description.strip();
    if (OBSOLETE.matcher(first.lines().findFirst().orElse("")).matches()) {
      return UNUSED;
    }
    String start = first.substring(0, Math.min(first.length(), 600));
    return CONDITION.matcher(start.toLowerCase(Locale.ROOT)).find() ? REQUIRED_AT_TIMES : 0;
  }

  private static Set<String> names(Json example) {
    Set<String> names = new HashSet<>();
    collect(example, names, DEPTH);
    return names;
  }

  private static void collect(Json value, Set<String> into, int depth) {
    if (depth == 0) {
      return;
    }
    if (value instanceof Json.Arr array) {
      array.items().stream().limit(5).forEach(item -> collect(item, into, depth - 1));
    } else if (value instanceof Json.Obj object) {
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        into.add(member.getKey());
        collect(member.getValue(), into, depth - 1);
      }
    }
  }
}
