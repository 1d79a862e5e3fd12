package dev.dragoman.generator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockEntry;
import dev.dragoman.generator.lock.LockedTool;
import dev.dragoman.runtime.AccessLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the operations that are tools of their own. */
class ToolComparisonTest {

  /**
   * A lock.
   *
   * @param operations ids, separated by spaces
   * @param tools {@code name=operation:contract}, separated by spaces
   */
  private static Lock lock(String operations, String tools) {
    Map<String, LockEntry> entries = new TreeMap<>();
    for (String id : operations.split(" ", -1)) {
      entries.put(
          id, new LockEntry(id, "GET", "/" + id, AccessLevel.READ, "none", List.of(), "contract"));
    }
    Map<String, LockedTool> locked =
        Stream.of(tools.split(" ", -1))
            .filter(tool -> !tool.equals("none"))
            .map(tool -> tool.split("[=:]", -1))
            .map(parts -> new LockedTool(parts[0], parts[1], parts[2]))
            .collect(Collectors.toMap(LockedTool::name, tool -> tool));
    return new Lock(List.of(), entries, locked);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "none        | none        | ''",
        "t=a:1       | t=a:1       | ''",
        "t=a:1       | none        | breaking tool-removed: a, tool t was removed",
        "none        | t=a:1       | widening tool-added: a, tool t is new",
        "t=a:1       | u=a:1       | breaking tool-renamed: a, tool u was named t",
        "t=a:1       | t=a:2       | breaking tool-changed: a, tool t arguments, fixed values or fields have changed",
        "t=a:1       | t=b:1       | widening tool-changed: b, tool t was a tool for a",
        "t=a:1       | t=b:2       | widening tool-changed: b, tool t was a tool for a",
        "t=a:1       | u=a:2       | breaking tool-removed: a, tool t was removed; widening tool-added: a, tool u is new",
        "t=a:1       | u=b:1       | breaking tool-removed: a, tool t was removed; widening tool-added: b, tool u is new",
        "t=a:1 u=b:1 | t=b:1 u=a:1 | widening tool-changed: b, tool t was a tool for a; widening tool-changed: a, tool u was a tool for b",
        "t=a:1       | t=a:1 u=a:1 | widening tool-added: a, tool u is new",
        "t=a:1       | u=a:1 v=a:1 | breaking tool-renamed: a, tool u was named t; widening tool-added: a, tool v is new",
        "t=a:1 u=a:1 | v=a:1       | breaking tool-removed: a, tool u was removed; breaking tool-renamed: a, tool v was named t"
      })
  void toolsOfTheSameOperations(String was, String is, String changes) {
    assertThat(changes(lock("a b", was), lock("a b", is))).isEqualTo(changes);
  }

  @ParameterizedTest(name = "{0}, {1} -> {2}, {3}")
  @CsvSource({
    "a b, t=b:1, a, none",
    "a, none, a b, t=b:1",
    "a b, t=b:1 u=b:2, a, none",
  })
  void toolsThatComeAndGoWithTheirOperationAreNotMentioned(
      String operations, String tools, String operationsNow, String toolsNow) {
    assertThat(changes(lock(operations, tools), lock(operationsNow, toolsNow)))
        .doesNotContain("tool ")
        .contains("operation-");
  }

  private static String changes(Lock was, Lock is) {
    return LockComparison.of(was, is, "Lamp API").changes().stream()
        .map(ComparisonText::line)
        .collect(Collectors.joining("; "));
  }
}
