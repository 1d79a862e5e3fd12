package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.client.ApiException;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.client.CallerClient;
import dev.dragoman.runtime.tool.confirm.ToolConfirmation;
import dev.dragoman.runtime.tool.execute.Failures;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.validate.ObjectValidator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hosts a tool of the server's owner. A call takes the steps of a call of an operation: the guard
 * decides, the input is read and validated, the user confirms, the tool runs. What it returns is
 * bounded.
 */
final class CustomTool implements McpTool {
  private static final int PROBLEMS_SHOWN = 20;
  private static final int PROBLEM_BYTES = 400;

  private final Tool tool;
  private final ToolDefinition definition;
  private final Operation subject;
  private final Guard guard;
  private final ObjectValidator input;
  private final OutputCheck output;
  private final ToolConfirmation confirmation;
  private final OperationCalls calls;
  private final CustomToolSettings settings;
  private final BoundedRun run;

  CustomTool(
      Tool tool,
      Guard guard,
      ToolConfirmation confirmation,
      OperationCalls calls,
      CustomToolSettings settings) {
    this.tool = tool;
    this.definition = tool.definition();
    this.subject = subject(definition);
    this.guard = guard;
    this.input = ObjectValidator.of(definition.name(), definition.inputSchema());
    this.output = new OutputCheck(definition);
    this.confirmation = confirmation;
    this.calls = calls;
    this.settings = settings;
    this.run = new BoundedRun(definition.name(), settings.timeLimit(), settings.mostRuns());
  }

  /** The guard decides about a tool as about an operation without a route. */
  private static Operation subject(ToolDefinition definition) {
    return new Operation(
        definition.name(),
        "",
        "",
        definition.access(),
        Optional.empty(),
        definition.authModes(),
        definition.scopes());
  }

  @Override
  public ToolDescriptor descriptor() {
    boolean reads = definition.access() == AccessLevel.READ;
    return new ToolDescriptor(
        definition.name(),
        definition.title(),
        definition.description(),
        definition.inputSchema(),
        definition.outputSchema(),
        new Annotations(
            reads,
            definition.access() == AccessLevel.DESTRUCTIVE,
            definition.idempotent(),
            definition.openWorld()));
  }

  @Override
  public boolean isListed(String tag) {
    return false;
  }

  @Override
  public ToolResponse call(ToolCall call) {
    try (AuditLine audit =
        AuditLine.start(settings.audit(), call.caller(), definition.name(), call.trace())) {
      if (guard.decide(subject, call.caller()) instanceof Refusal refusal) {
        audit.decided(Decision.REFUSED);
        audit.outcome("refused");
        return refused(refusal);
      }
      audit.decided(Decision.ALLOWED);
      ObjectNode arguments = input.read(call.arguments());
      List<ArgumentProblem> problems = input.problems("arguments", arguments);
      if (!problems.isEmpty()) {
        audit.outcome("invalid_arguments");
        return CallToolResult.error(Failures.invalid(problems), text(problems));
      }
      return confirmed(call, arguments, audit);
    }
  }

  private static CallToolResult refused(Refusal refusal) {
    if (!refusal.scopes().isEmpty()) {
      throw new InsufficientScopeException(refusal.message(), refusal.scopes());
    }
    return CallToolResult.error(Reason.REFUSED, refusal.message());
  }

  private ToolResponse confirmed(ToolCall call, ObjectNode arguments, AuditLine audit) {
    Questions questions = new Questions(definition.name(), call.input());
    boolean able = questions.canAsk();
    if (confirmation.isNeeded(definition, able)) {
      if (!able) {
        audit.outcome("unable");
        return CallToolResult.error(Reason.UNCONFIRMED, confirmation.unable(definition));
      }
      try {
        String question = confirmation.question(definition, arguments, call.caller());
        if (!questions.isConfirmed(question)) {
          audit.outcome("declined");
          return CallToolResult.error(
              Reason.UNCONFIRMED,
              "The user did not agree to "
                  + definition.name()
                  + "; nothing was done. Do not try again unless the user asks for it.");
        }
      } catch (InputNeededException e) {
        audit.outcome("asked");
        return e.required();
      }
    }
    return finished(call, arguments, questions, audit);
  }

  private ToolResponse finished(
      ToolCall call, ObjectNode arguments, Questions questions, AuditLine audit) {
    CallerClient client =
        new CallerClient(
            calls, call.caller(), definition.name(), definition.access(), call.trace());
    CallContext context = new CallContext(call.caller(), client, questions, call.progress());
    try {
      ToolResult result = run.call(() -> result(arguments, context));
      Optional<String> mismatch =
          settings.checksOutput() ? output.mismatch(result) : Optional.empty();
      if (mismatch.isPresent()) {
        audit.outcome("invalid_result");
        return CallToolResult.error(mismatch.get());
      }
      audit.outcome(result.isError() ? "error" : "success");
      return bounded(result);
    } catch (BoundedRun.BusyException e) {
      audit.outcome("busy");
      return CallToolResult.error(
          Reason.BUSY,
          definition.name() + " is busy: too many calls of it have not ended. Try again later.");
    } catch (TimeoutException e) {
      audit.outcome("late");
      return CallToolResult.error(
          Reason.LATE,
          definition.name()
              + " did not end within "
              + settings.timeLimit().toSeconds()
              + " s."
              + effect());
    } catch (InterruptedException e) {
      audit.outcome("cancelled");
      Thread.currentThread().interrupt();
      return CallToolResult.error(Reason.BUSY, definition.name() + " was cancelled." + effect());
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e), audit);
    }
  }

  /** The result of the tool, whose compiler may not have checked that there is one. */
  private ToolResult result(ObjectNode arguments, CallContext context) throws Exception {
    return Objects.requireNonNull(
        tool.call(Arguments.of(arguments, null), context), "the tool returned null");
  }

  private ToolResponse failed(Throwable cause, AuditLine audit) {
    if (cause instanceof InputNeededException needed) {
      audit.outcome("asked");
      return needed.required();
    } else if (cause instanceof RefusedException refused) {
      audit.decided(Decision.REFUSED);
      audit.outcome("refused");
      return CallToolResult.error(Reason.REFUSED, String.valueOf(refused.getMessage()));
    } else if (cause instanceof InvalidArgumentsException invalid) {
      audit.outcome("invalid_arguments");
      return CallToolResult.error(Failures.invalid(invalid.problems()), text(invalid.problems()));
    } else if (cause instanceof ApiException failure) {
      audit.outcome("api_error");
      failure.status().ifPresent(audit::answered);
      return CallToolResult.error(Failures.of(failure), String.valueOf(failure.getMessage()));
    }
    log(cause);
    return CallToolResult.error(
        definition.name() + " failed because of a fault in the tool." + effect());
  }

  /** Logs the location, but not the message, which may contain a secret. */
  private void log(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    LoggerFactory.getLogger("tools")
        .error(
            "Tool {} failed: {} at {}",
            definition.name(),
            fault.getClass().getName(),
            trace.length == 0 ? "unknown place" : trace[0]);
  }

  private String effect() {
    return definition.access() == AccessLevel.READ
        ? ""
        : " What it was to change may have been changed; check before calling it again.";
  }

  private String text(List<ArgumentProblem> problems) {
    return "The arguments of "
        + definition.name()
        + " are invalid; nothing was done.\n"
        + problems.stream()
            .limit(PROBLEMS_SHOWN)
            .map(
                problem ->
                    "- " + ForeignText.clip(ForeignText.line(problem.toString()), PROBLEM_BYTES))
            .collect(Collectors.joining("\n"))
        + (problems.size() > PROBLEMS_SHOWN
            ? "\n- and " + (problems.size() - PROBLEMS_SHOWN) + " more"
            : "");
  }

  /** A long text is cut; structured content cannot be, so a long one is replaced with an error. */
  private CallToolResult bounded(ToolResult result) {
    int most = settings.mostCharacters();
    if (result.structured().isPresent() && result.text().length() > most) {
      return CallToolResult.error(
          definition.name()
              + " returned "
              + result.text().length()
              + " characters, more than this server returns ("
              + most
              + "). Request less with its arguments."
              + effect());
    }
    return new CallToolResult(
        List.of(new Content.Text(cut(result.text(), most))), result.structured(), result.isError());
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // Never half a surrogate pair.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end)
        + "\n(cut: "
        + end
        + " of "
        + text.length()
        + " characters are shown)";
  }
}
