package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallAllowance;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.call.TextValues;
import dev.dragoman.runtime.tool.execute.AnswerRequest;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.CallView;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.tool.execute.OperationRunner;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs one operation under a name of its own, in the same way as execute. */
final class NamedTool implements McpTool {
  private final NamedOperation tool;
  private final ApiOperations operations;
  private final OperationRunner runner;
  private final CallView view;
  private final AuditSink audit;
  private final CallHooks hooks;
  private final Optional<String> renamed;
  private final Counter outcomes;

  NamedTool(
      NamedOperation tool, ApiOperations operations, OperationRunner runner, CallHooks hooks) {
    this(tool, operations, runner, hooks, Optional.empty());
  }

  private NamedTool(
      NamedOperation tool,
      ApiOperations operations,
      OperationRunner runner,
      CallHooks hooks,
      Optional<String> renamed) {
    this.hooks = hooks;
    this.renamed = renamed;
    this.tool = tool;
    this.operations = operations;
    this.runner = runner;
    this.view = new NamedView(tool);
    this.audit = hooks.audit();
    this.outcomes = OperationCalls.counter(hooks.metrics());
  }

  @Override
  public ToolDescriptor descriptor() {
    return tool.descriptor().returning(runner.mostCharacters());
  }

  @Override
  public Optional<McpTool> formerly(String name) {
    return tool.formerly().contains(name)
        ? Optional.of(
            new NamedTool(
                tool,
                operations,
                runner,
                hooks,
                Optional.of("the tool " + name + " is now named " + descriptor().name())))
        : Optional.empty();
  }

  @Override
  public boolean isListed(String tag) {
    return operations.catalog().card(ordinal()).tag().equals(tag);
  }

  private int ordinal() {
    return operations
        .catalog()
        .find(tool.operation())
        .orElseThrow(() -> new IllegalStateException("no operation " + tool.operation()));
  }

  @Override
  public ToolResponse call(ToolCall call) {
    try (AuditLine line =
        AuditLine.ofOperation(audit, call.caller(), tool.descriptor().name(), call.trace())) {
      try {
        return audited(call, line);
      } finally {
        outcomes.count(line.operation(), line.outcome());
      }
    }
  }

  /** A required body whose properties are all optional is sent without any, too. */
  private CallArguments given(ToolCall call, int ordinal) {
    CallArguments given = tool.names().arguments(call.arguments(), tool.fixed());
    boolean isEmptyBody =
        given.body() == null
            && !tool.names().properties().isEmpty()
            && operations
                .catalog()
                .details(ordinal)
                .path("body")
                .path("required")
                .booleanValue(false);
    return isEmptyBody
        ? given.with(given.arguments(), JsonNodeFactory.instance.objectNode())
        : given;
  }

  private ToolResponse audited(ToolCall call, AuditLine line) {
    ToolInput input = ToolInput.of(tool.descriptor().name(), call.arguments(), tool.names().all());
    if (TextValues.tooMany(call.arguments())) {
      input.problem(
          "The JSON text in the arguments has more than "
              + JsonReader.MAX_VALUES
              + " values; send it as JSON, in parts.");
    }
    Optional<CallToolResult> refusal = input.refusal();
    if (refusal.isPresent()) {
      line.outcome("invalid_arguments");
      return refusal.get();
    }
    int ordinal = ordinal();
    return runner.run(
        new OperationRunner.Call(
            operations.catalog().card(ordinal),
            ordinal,
            call.caller(),
            call.input(),
            given(call, ordinal),
            Optional.empty(),
            false,
            AnswerRequest.of(tool.fields()),
            call.progress(),
            view,
            Optional.empty(),
            renamed,
            CallAllowance.UNLIMITED),
        line);
  }
}
