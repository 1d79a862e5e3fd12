package dev.dragoman.generator;

import dev.dragoman.generator.plan.tool.ToolListSize;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.VisibleText;
import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.runtime.AccessLevel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outcome of a generation.
 *
 * @param title the API's title
 * @param mainClass fully qualified name of the generated main class
 * @param operations the number of operations of the server
 * @param access the number of operations of each access level
 * @param files the changes on disk
 * @param tools the size of the list of tools; empty for a server with the usual tools
 * @param warnings what the user should know about the document
 * @param lock how the document compares with the lock
 */
public record GenerationResult(
    String title,
    String mainClass,
    int operations,
    Map<AccessLevel, Long> access,
    OutputWriter.Outcome files,
    Optional<ToolListSize> tools,
    List<Problem> warnings,
    LockState lock) {
  public GenerationResult {
    Objects.requireNonNull(title);
    Objects.requireNonNull(mainClass);
    access = Map.copyOf(access);
    Objects.requireNonNull(files);
    Objects.requireNonNull(tools);
    warnings = List.copyOf(warnings);
    Objects.requireNonNull(lock);
  }

  GenerationResult withFiles(OutputWriter.Outcome outcome) {
    return new GenerationResult(
        title, mainClass, operations, access, outcome, tools, warnings, lock);
  }

  /** One line for the build's log. */
  public String summary() {
    String levels =
        java.util.Arrays.stream(AccessLevel.values())
            .map(level -> access.getOrDefault(level, 0L) + " " + level.word())
            .collect(Collectors.joining(", "));
    return "%s: %d operations (%s), %d files written, %d unchanged, %d deleted, %d warnings%s%s"
        .formatted(
            VisibleText.of(title),
            operations,
            levels,
            files.written(),
            files.unchanged(),
            files.deleted(),
            warnings.size(),
            tools.map(size -> ", tools/list: " + size.text()).orElse(""),
            lock.summary());
  }
}
