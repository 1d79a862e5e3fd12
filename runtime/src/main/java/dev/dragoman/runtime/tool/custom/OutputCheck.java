package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.validate.ObjectValidator;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the results of a tool with its output schema, which they have to match (MCP, "Output
 * Schema"). Thread-safe.
 */
public final class OutputCheck {
  private static final int PROBLEMS_SHOWN = 20;

  private final String tool;
  private final Optional<ObjectValidator> schema;

  public OutputCheck(ToolDefinition definition) {
    this.tool = definition.name();
    this.schema =
        definition.outputSchema().map(output -> ObjectValidator.of(tool + " (output)", output));
  }

  /** What does not match, for the tool's developer; empty for failures and correct results. */
  public Optional<String> mismatch(ToolResult result) {
    if (result.isError() || schema.isEmpty()) {
      return Optional.empty();
    }
    if (result.structured().isEmpty()) {
      return Optional.of(tool + " has an output schema, but its result has no structured content.");
    }
    String problems =
        schema.get().problems("result", result.structured().get()).stream()
            .limit(PROBLEMS_SHOWN)
            .map(problem -> "- " + problem)
            .collect(Collectors.joining("\n"));
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of("The result of " + tool + " does not match its output schema:\n" + problems);
  }
}
