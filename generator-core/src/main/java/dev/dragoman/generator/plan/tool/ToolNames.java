package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.access.VendorTool;
import dev.dragoman.runtime.digest.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of tools: what MCP and model APIs accept. */
final class ToolNames {
  /** Names of tools that servers have, or are going to have, in any mode. */
  static final Set<String> RESERVED =
      Set.of(
          "search",
          "execute",
          "execute_read",
          "execute_write",
          "submit_mcp_feedback",
          "run_script");

  private static final int LONGEST = 64;
  private static final int MARK = 6;
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ToolNames() {}

  /** Whether clients accept a name (MCP "Tool"; model APIs allow these characters only). */
  static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }

  /**
   * A name for each operation that has none: its id with other characters replaced. All operations
   * whose names would be equal, reserved or too long have a digest of their route at the end, so
   * that a name does not depend on which other operations there are more than necessary.
   *
   * @param taken names that the operator has given to tools
   */
  static Map<Integer, String> generated(List<OperationPlan> operations, Set<String> taken) {
    Map<Integer, String> plain = new HashMap<>();
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (OperationPlan operation : operations) {
      String name = plain(VendorTool.of(operation.model()).name().orElse(operation.id()));
      plain.put(operation.ordinal(), name);
      if (!once.add(name)) {
        twice.add(name);
      }
    }
    Map<Integer, String> names = new HashMap<>();
    for (OperationPlan operation : operations) {
      String name = plain.getOrDefault(operation.ordinal(), "");
      boolean fits =
          name.length() <= LONGEST
              && !twice.contains(name)
              && !taken.contains(name)
              && !RESERVED.contains(name);
      names.put(operation.ordinal(), fits ? name : marked(name, operation));
    }
    return names;
  }

  /** The id of an operation as the name of a tool, if no other tool has it. */
  static String plain(String id) {
    String name = id.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
    return name.isEmpty() ? "operation" : name;
  }

  private static String marked(String name, OperationPlan operation) {
    int most = LONGEST - MARK - 1;
    String start = name.length() > most ? name.substring(0, most) : name;
    return start + "_" + Sha256.hex(operation.route()).substring(0, MARK);
  }
}
