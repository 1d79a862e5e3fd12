package dev.dragoman.runtime.app;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.mcp.McpCore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything read and assembled, or the problems that prevent it.
 *
 * @param line the flags of the server
 * @param found the problems, besides those of the line
 * @param settings those of the server
 * @param caller the caller over stdio
 * @param assembly evaluated only if there are no problems
 * @param serving serves over HTTP; behind a separate class so that none of it is loaded for stdio
 */
record Preparation(
    CommandLine line,
    List<String> found,
    Settings settings,
    Caller caller,
    Supplier<McpCore> assembly,
    Supplier<HttpServing> serving) {

  Preparation {
    found = List.copyOf(found);
  }

  McpCore core() {
    return assembly.get();
  }

  /** Why the server cannot start; usually empty. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(line.problems());
    problems.addAll(found);
    return problems;
  }
}
