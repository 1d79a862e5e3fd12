package dev.dragoman.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptLimits;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.script.ScriptOutcome.Failure;
import dev.dragoman.runtime.script.ScriptOutcome.Reason;
import dev.dragoman.runtime.script.ScriptOutcome.Value;
import java.util.Collections;
import java.util.List;
import run.endive.runtime.HostFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * The one function that the bootstrap calls, {@code java_invoke(kind, name, text)}. A script cannot
 * call it, but nothing here relies on that.
 */
final class HostFunctions {
  private static final int PARAMETERS = 6;
  private static final String NOTHING = "null";

  private final String source;
  private final ScriptHost host;
  private final ScriptLimits limits;

  HostFunctions(String source, ScriptHost host, ScriptLimits limits) {
    this.source = source;
    this.host = host;
    this.limits = limits;
  }

  /** Ends the run from inside, because its outcome is known. */
  static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ScriptOutcome outcome;

    EndedException(ScriptOutcome outcome) {
      super("the script has ended", null, false, false);
      this.outcome = outcome;
    }

    ScriptOutcome outcome() {
      return outcome;
    }
  }

  HostFunction function() {
    return new HostFunction(
        "endive",
        "invoke",
        FunctionType.of(Collections.nCopies(PARAMETERS, ValType.I32), List.of(ValType.I32)),
        (Instance instance, long... args) -> new long[] {invoke(instance, args)});
  }

  private long invoke(Instance instance, long[] args) {
    String kind = text(instance.memory(), args, 0);
    boolean isLongName = (int) args[3] > limits.messageBytes();
    boolean isLongText = (int) args[5] > limits.messageBytes();
    if (isLongName || isLongText) {
      return returned(instance, tooLong(kind).getBytes(UTF_8));
    }
    String name = text(instance.memory(), args, 2);
    String text = text(instance.memory(), args, 4);
    // An engine without memory for an exception throws null instead.
    boolean full = text.equals("threw null") && Sandbox.isFull(instance.memory());
    String reply = reply(full ? "full" : kind, name, text);
    return returned(instance, reply.getBytes(UTF_8));
  }

  private static String text(Memory memory, long[] args, int at) {
    return new String(memory.readBytes((int) args[at], (int) args[at + 1]), UTF_8);
  }

  private String tooLong(String kind) {
    String most = "more than the " + limits.messageBytes() + " bytes that are allowed";
    if (kind.equals("done")) {
      throw new EndedException(new Failure(Reason.RESULT, "The result has " + most + "."));
    }
    return "{\"error\":{\"message\":\"The value passed to " + kind(kind) + " has " + most + ".\"}}";
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "log" -> "console.log";
      case "search" -> "search";
      default -> "the operation";
    };
  }

  private String reply(String kind, String name, String text) {
    return switch (kind) {
      case "source" -> source;
      case "call" -> host.call(name, text);
      case "search" -> host.search(text);
      case "log" -> {
        host.log(text);
        yield NOTHING;
      }
      case "field" -> {
        host.unknownField(name, text);
        yield NOTHING;
      }
      default -> throw new EndedException(outcome(kind, name, text));
    };
  }

  private ScriptOutcome outcome(String kind, String stack, String text) {
    String located = StackLines.located(text, stack);
    return switch (kind) {
      case "done" -> new Value(text);
      case "syntax" -> new Failure(Reason.SYNTAX, located);
      case "unprintable" -> new Failure(Reason.RESULT, "The result is not JSON: " + located);
      case "full" -> new Failure(Reason.MEMORY, EngineFaults.outOfMemory(limits));
      default -> new Failure(isMemory(text) ? Reason.MEMORY : Reason.EXCEPTION, located);
    };
  }

  private static boolean isMemory(String message) {
    return message.startsWith("InternalError: out of memory")
        || message.startsWith("InternalError: stack overflow");
  }

  /** Puts a reply where the module reads it: a pair of address and length, and the bytes. */
  private static long returned(Instance instance, byte[] bytes) {
    int text = Sandbox.allocate(instance, bytes.length);
    instance.memory().write(text, bytes);
    int pair = Sandbox.allocate(instance, 2 * Integer.BYTES);
    instance.memory().writeI32(pair, text);
    instance.memory().writeI32(pair + Integer.BYTES, bytes.length);
    return pair;
  }
}
