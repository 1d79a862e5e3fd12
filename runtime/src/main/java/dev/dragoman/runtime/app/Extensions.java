package dev.dragoman.runtime.app;

import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import dev.dragoman.runtime.tool.feedback.FeedbackTool;
import dev.dragoman.runtime.tool.script.RunScriptTool;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a server adds to it.
 *
 * @param tools listed after the generated ones, in this order
 * @param filters applied to every call of an operation
 * @param feedback stores feedback in place of the file; null for the file
 * @param audit receives audit events in place of the log; null for the log
 * @param scripts whether clients can run scripts
 */
public record Extensions(
    List<Tool> tools,
    List<CallFilter> filters,
    @Nullable FeedbackSink feedback,
    @Nullable AuditSink audit,
    boolean scripts) {
  /** A server as it is generated. */
  public static final Extensions NONE = new Extensions(List.of(), List.of(), null, null);

  /** The names of tools that are part of every server. */
  static final Set<String> OURS =
      Set.of(
          SearchTool.NAME,
          ExecuteTool.NAME,
          "execute_read",
          "execute_write",
          FeedbackTool.NAME,
          RunScriptTool.NAME);

  /** What an owner adds to a server without scripts. */
  public Extensions(
      List<Tool> tools,
      List<CallFilter> filters,
      @Nullable FeedbackSink feedback,
      @Nullable AuditSink audit) {
    this(tools, filters, feedback, audit, false);
  }

  public Extensions {
    tools = List.copyOf(tools);
    filters = List.copyOf(filters);
  }

  List<String> toolNames() {
    Stream<String> own = tools.stream().map(tool -> tool.definition().name());
    return scripts ? Stream.concat(Stream.of(RunScriptTool.NAME), own).toList() : own.toList();
  }

  /**
   * Why the server cannot offer scripts; empty if it can, or does not have to.
   *
   * @param loader knows the libraries of the server
   */
  Optional<String> missingEngine(@Nullable ClassLoader loader) {
    return !scripts || RunScriptTool.engine(loader).isPresent()
        ? Optional.empty()
        : Optional.of(
            "This server offers scripts, but dragoman-script is not among its libraries: add"
                + " dev.dragoman:dragoman-script to its dependencies, in the version of"
                + " dragoman-runtime.");
  }

  /**
   * Everything that keeps the tools from being served, each in a sentence.
   *
   * @param generated the names of operations that are tools
   */
  List<String> problems(List<String> generated) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Tool tool : tools) {
      try {
        String name = Objects.requireNonNull(tool.definition(), "it is null").name();
        if (OURS.contains(name)) {
          problems.add(
              "The tool of "
                  + tool.getClass().getName()
                  + " has the name "
                  + name
                  + " of a tool that every server has; give it another one.");
        } else if (generated.contains(name)) {
          problems.add(
              "The tool of "
                  + tool.getClass().getName()
                  + " has the name "
                  + name
                  + " of an operation that is a tool of this server; give it another one, or the"
                  + " operation another name in the configuration.");
        } else if (!names.add(name)) {
          problems.add("Two tools have the name " + name + "; give one of them another name.");
        }
      } catch (RuntimeException e) {
        problems.add(
            "The tool of "
                + tool.getClass().getName()
                + " has no definition: "
                + Objects.requireNonNullElse(e.getMessage(), e.getClass().getName()));
      }
    }
    return problems;
  }
}
