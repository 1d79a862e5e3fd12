package dev.dragoman.generator.lock;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Parses the lines of a lock, and reports the first invalid one with its location. Merge conflicts
 * are detected first, because they make all other lines suspect.
 */
final class LockReader {
  private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7}|\\|{7})( .*)?");
  private static final String SERVERS = "api servers=";

  private final String file;
  private final List<String> lines;

  /**
   * Creates a reader.
   *
   * @param file the name of the file, for messages
   * @param lines the lines of the file without line ends
   */
  LockReader(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The lock.
   *
   * @throws GenerationException if any line is invalid, or the digest does not match
   */
  Lock read() {
    for (int i = 0; i < lines.size(); i++) {
      if (CONFLICT.matcher(lines.get(i)).matches()) {
        throw refuse("DRG-LOCK-002", i, "The lock file contains a merge conflict.");
      }
    }
    if (!lines.get(0).equals(LockFile.HEADER)) {
      throw refuse(
          "DRG-LOCK-001",
          0,
          "Not a lock file in a format that this version of the plugin supports.");
    }
    if (lines.size() < 5 || !lines.get(lines.size() - 1).isEmpty()) {
      throw refuse("DRG-LOCK-003", lines.size() - 1, "The lock file is incomplete.");
    }
    if (!lines.get(3).startsWith(SERVERS)) {
      throw refuse("DRG-LOCK-003", 3, "The \"api\" line is missing.");
    }
    Map<String, LockEntry> entries = entries();
    Map<String, LockedTool> tools = tools();
    if (!LockFile.digestMatches(lines)) {
      throw refuse(
          "DRG-LOCK-003",
          2,
          "The lines below do not match their digest; they were edited by hand or by a merge.");
    }
    return new Lock(servers(), entries, tools);
  }

  private List<String> servers() {
    return LockLine.parseList(lines.get(3).substring(SERVERS.length()));
  }

  private Map<String, LockEntry> entries() {
    Map<String, LockEntry> entries = new TreeMap<>();
    for (int i = 4; i < firstTool(); i++) {
      LockEntry entry = entry(i);
      if (entries.put(entry.id(), entry) != null) {
        throw refuse("DRG-LOCK-003", i, "Duplicate operation.");
      }
    }
    return entries;
  }

  /** Tools come after all operations. */
  private int firstTool() {
    int end = lines.size() - 1;
    while (end > 4 && LockLine.isTool(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private Map<String, LockedTool> tools() {
    Map<String, LockedTool> tools = new TreeMap<>();
    for (int i = firstTool(); i < lines.size() - 1; i++) {
      LockedTool tool = tool(i);
      if (tools.put(tool.name(), tool) != null) {
        throw refuse("DRG-LOCK-003", i, "Duplicate tool.");
      }
    }
    return tools;
  }

  private LockedTool tool(int index) {
    try {
      return LockLine.parseTool(lines.get(index));
    } catch (IllegalArgumentException e) {
      throw refuse("DRG-LOCK-003", index, "Not a valid tool entry.");
    }
  }

  private LockEntry entry(int index) {
    try {
      return LockLine.parse(lines.get(index));
    } catch (IllegalArgumentException e) {
      throw refuse("DRG-LOCK-003", index, "Not a valid operation entry.");
    }
  }

  private GenerationException refuse(String code, int index, String what) {
    return LockFile.refuse(code, new Location(file, index + 1, 1, ""), what);
  }
}
