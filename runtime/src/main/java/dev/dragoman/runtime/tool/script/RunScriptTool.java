package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.mcp.tool.CallAllowance;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.script.ScriptEngine;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.script.ScriptOutcome.Failure;
import dev.dragoman.runtime.tool.InputSchema;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script that calls many operations. The tool itself may be called in every connection: each
 * call that the script makes takes the way of a call by execute, with the rights of the caller.
 */
public final class RunScriptTool implements McpTool {
  public static final String NAME = "run_script";

  private static final int SCRIPT_CHARACTERS = 50_000;
  private static final int WAIT_SECONDS = 2;

  /** Scripts together may use one part in this many of the heap. */
  private static final int HEAP_PARTS = 3;

  private static final List<String> ARGUMENTS = List.of("script", "dry_run");

  private final OperationCalls calls;
  private final Supplier<Executor> mock;
  private final ScriptConsent consent;
  private final AuditSink audit;
  private final ScriptSettings settings;
  private final ScriptAnswer answers;
  private final Semaphore places;
  private final Supplier<ScriptEngine> engine;

  /**
   * Creates the tool.
   *
   * @param calls shared with the other tools of the API
   * @param mock makes up the responses of one trial
   * @param options which calls the user has to confirm, and how long a result may be
   */
  public RunScriptTool(
      OperationCalls calls,
      Supplier<Executor> mock,
      CallOptions options,
      AuditSink audit,
      ScriptSettings settings) {
    this.calls = calls;
    this.mock = mock;
    this.consent = new ScriptConsent(options.confirmation(), calls.operations().definition());
    this.audit = audit;
    this.settings = settings;
    this.answers = new ScriptAnswer(options.answerTokens());
    this.places = new Semaphore(runs(settings, Runtime.getRuntime().maxMemory()));
    this.engine =
        Lazy.of(
            () ->
                engine(calls.operations().definition().resources().getClassLoader())
                    .orElseThrow(() -> new IllegalStateException("there is no script engine")));
  }

  /**
   * The engine among the libraries of a server, or beside the runtime; empty if there is none.
   *
   * @param loader the loader of the server's own classes
   */
  public static Optional<ScriptEngine> engine(@Nullable ClassLoader loader) {
    return ServiceLoader.load(ScriptEngine.class, loader)
        .findFirst()
        .or(
            () ->
                ServiceLoader.load(ScriptEngine.class, RunScriptTool.class.getClassLoader())
                    .findFirst());
  }

  static int runs(ScriptSettings settings, long heapBytes) {
    long fit = heapBytes / HEAP_PARTS / settings.limits().memoryBytes();
    return (int) Math.max(1, Math.min(settings.runs(), fit));
  }

  @Override
  public ToolDescriptor descriptor() {
    return descriptor(AccessMode.FULL_ACCESS);
  }

  /** In a read-only connection a script can only read, which is what the hints say. */
  @Override
  public ToolDescriptor descriptor(AccessMode mode) {
    boolean reads = mode == AccessMode.READ_ONLY;
    return new ToolDescriptor(
        NAME,
        "Run a script",
        ScriptDescription.text(calls.operations().definition(), settings),
        new InputSchema()
            .add("script", "string", "JavaScript: the body of an async function")
            .add("dry_run", "boolean", "Only try it, with made-up responses")
            .requiring("script"),
        Optional.empty(),
        new Annotations(reads, !reads, reads, true));
  }

  @Override
  public ToolResponse call(ToolCall call) {
    try (AuditLine line = AuditLine.start(audit, call.caller(), NAME, call.trace())) {
      ToolInput input = ToolInput.of(NAME, call.arguments(), ARGUMENTS);
      Optional<String> script = input.required("script", input.string("script", SCRIPT_CHARACTERS));
      boolean dry = input.flag("dry_run");
      Optional<CallToolResult> refusal = input.refusal();
      if (refusal.isPresent()) {
        line.outcome("invalid_arguments");
        return refusal.get();
      }
      line.decided(Decision.ALLOWED);
      return placed(call, script.orElseThrow(), dry, line);
    }
  }

  private ToolResponse placed(ToolCall call, String script, boolean dry, AuditLine line) {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        line.outcome("busy");
        return CallToolResult.error(
            Reason.BUSY, "Too many scripts are running; nothing was done. Try again later.");
      }
      try {
        return dry ? tried(call, script, line) : confirmed(call, script, line);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      line.outcome("cancelled");
      Thread.currentThread().interrupt();
      return CallToolResult.error(Reason.BUSY, "The script was cancelled.");
    }
  }

  private CallToolResult tried(ToolCall call, String script, AuditLine line)
      throws InterruptedException {
    RunRecord record = new RunRecord();
    ScriptOutcome outcome = trial(call, script, record);
    line.outcome("dry_run");
    return answers.ofTrial(outcome, record);
  }

  private ScriptOutcome trial(ToolCall call, String script, RunRecord record)
      throws InterruptedException {
    OperationHost host =
        new OperationHost(
            TrialRun.calls(calls, mock, record),
            call,
            record,
            settings.calls(),
            CallAllowance.UNLIMITED,
            card -> Optional.empty(),
            true);
    return engine.get().run(script, host, settings.limits());
  }

  /** The user is asked before anything is changed, about what a trial would change. */
  private ToolResponse confirmed(ToolCall call, String script, AuditLine line)
      throws InterruptedException {
    if (!consent.isWanted(call)) {
      return run(call, script, Set.of(), line);
    } else if (ScriptConsent.isAnswered(call)) {
      if (ScriptConsent.isAccepted(call)) {
        return run(call, script, ScriptConsent.named(call), line);
      }
      line.outcome("declined");
      return CallToolResult.error(
          Reason.UNCONFIRMED,
          "The user did not agree to the script; nothing was sent. Do not try again unless the user"
              + " asks for it.");
    }
    RunRecord record = new RunRecord();
    ScriptOutcome outcome = trial(call, script, record);
    List<RunRecord.Made> changes = consent.concerned(record);
    if (changes.isEmpty()) {
      return run(call, script, Set.of(), line);
    }
    line.outcome("asked");
    return consent.question(changes, outcome instanceof Failure);
  }

  private CallToolResult run(ToolCall call, String script, Set<String> named, AuditLine line)
      throws InterruptedException {
    RunRecord record = new RunRecord();
    OperationHost host =
        new OperationHost(
            calls,
            call,
            record,
            settings.calls(),
            call.allowance(),
            consent.covering(call, named),
            false);
    ScriptOutcome outcome = engine.get().run(script, host, settings.limits());
    line.outcome(outcome instanceof Failure failed ? word(failed) : "success");
    return answers.of(outcome, record);
  }

  private static String word(Failure failure) {
    return switch (failure.reason()) {
      case TIME -> "late";
      case SYNTAX -> "invalid_arguments";
      default -> "error";
    };
  }
}
