package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a script has done: calls, lines of the console and, in a trial, problems. Bounded, whatever
 * the script does. Thread-safe.
 */
final class RunRecord {
  private static final int MOST_LINES = 100;
  private static final int MOST_LINE_CHARACTERS = 4_000;
  private static final int LINE_BYTES = 500;
  private static final int MOST_PATHS = 3;
  private static final int PATH_BYTES = 200;
  private static final int MOST_PROBLEMS = 20;

  private final Map<String, Made> made = new LinkedHashMap<>();
  private final Map<String, Set<String>> paths = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private int characters;
  private int linesLeftOut;
  private int calls;

  /**
   * The calls of one operation.
   *
   * @param count calls for which a request was sent or, in a trial, made up
   * @param paths the first of their paths, with values
   */
  record Made(OperationCard card, int count, Set<String> paths) {
    Made {
      paths = Collections.unmodifiableSet(new LinkedHashSet<>(paths));
    }

    boolean isChange() {
      return card.access() != AccessLevel.READ;
    }
  }

  /** Counts a call of the script, whatever comes of it, and returns how many there are. */
  synchronized int called() {
    return ++calls;
  }

  synchronized int calls() {
    return calls;
  }

  /** Notes a call of an operation that has been made. */
  synchronized void made(OperationCard card) {
    Made before = made.get(card.id());
    made.put(card.id(), new Made(card, before == null ? 1 : before.count() + 1, Set.of()));
  }

  /** Notes the path of a request, of which the first few of each operation are kept. */
  synchronized void path(String operation, String path) {
    Set<String> known = paths.computeIfAbsent(operation, id -> new LinkedHashSet<>());
    if (known.size() < MOST_PATHS) {
      known.add(ForeignText.clip(ForeignText.line(path), PATH_BYTES));
    }
  }

  synchronized List<Made> made() {
    return made.values().stream()
        .map(one -> new Made(one.card(), one.count(), pathsOf(one.card().id())))
        .toList();
  }

  private Set<String> pathsOf(String operation) {
    return paths.getOrDefault(operation, Set.of());
  }

  synchronized void line(String text) {
    String line = ForeignText.clip(text, LINE_BYTES);
    if (lines.size() == MOST_LINES || characters + line.length() > MOST_LINE_CHARACTERS) {
      linesLeftOut++;
    } else {
      characters += line.length();
      lines.add(line);
    }
  }

  /** The lines of the console, and how many more there were. */
  synchronized List<String> lines() {
    List<String> shown = new ArrayList<>(lines);
    if (linesLeftOut > 0) {
      shown.add("(" + linesLeftOut + " more lines)");
    }
    return shown;
  }

  /** Notes what a trial found to be wrong with the script. */
  synchronized void problem(String text) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(text);
    }
  }

  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** Every change that the script has made, for a run that did not end as it should. */
  String changes() {
    List<String> changes =
        made().stream()
            .filter(Made::isChange)
            .map(one -> one.card().id() + " (" + times(one.count()) + ")")
            .toList();
    return changes.isEmpty()
        ? " It changed nothing."
        : " Before that, it called " + String.join(", ", changes) + ": check what has changed.";
  }

  static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
