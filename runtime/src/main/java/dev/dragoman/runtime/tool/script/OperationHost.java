package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallAllowance;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptStoppedException;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.UnknownOperationResult;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the calls of one script. Each takes the way of a call by execute: the guard decides about
 * it, its arguments are checked, it is audited, counted and held to the caller's limits.
 */
final class OperationHost implements ScriptHost {
  private static final int PROBLEMS_SHOWN = 10;
  private static final int PROBLEM_BYTES = 300;

  private final OperationCalls calls;
  private final ToolCall call;
  private final RunRecord record;
  private final int mostCalls;
  private final CallAllowance allowance;
  private final Function<OperationCard, Optional<String>> consent;
  private final boolean describes;

  /** The shapes of the responses so far, by operation. */
  private final Map<String, ObjectNode> shapes = new ConcurrentHashMap<>();

  /**
   * Creates a host.
   *
   * @param call the call of the tool, on whose caller's behalf it acts
   * @param allowance counts the calls towards the caller's limits
   * @param consent why the user's agreement does not cover an operation; empty if it does
   * @param describes whether the script is told which fields responses can have, for a trial
   */
  OperationHost(
      OperationCalls calls,
      ToolCall call,
      RunRecord record,
      int mostCalls,
      CallAllowance allowance,
      Function<OperationCard, Optional<String>> consent,
      boolean describes) {
    this.calls = calls;
    this.call = call;
    this.record = record;
    this.mostCalls = mostCalls;
    this.allowance = allowance;
    this.consent = consent;
    this.describes = describes;
  }

  @Override
  public String call(String operation, String input) {
    int count = record.called();
    if (count > mostCalls) {
      throw new ScriptStoppedException(
          "The script tried to make more than the " + mostCalls + " calls that it may make.");
    }
    ApiOperations operations = calls.operations();
    OptionalInt ordinal = operations.catalog().find(operation);
    if (ordinal.isEmpty()) {
      return failed(UnknownOperationResult.message(operations, operation));
    }
    OperationCard card = operations.catalog().card(ordinal.getAsInt());
    Optional<JsonNode> read = JsonReader.forClients().find(input);
    Optional<String> problem =
        read.isEmpty() ? Optional.of(unreadable(card)) : problem(card, read.get());
    if (problem.isPresent()) {
      return failed(problem.get());
    }
    String reply = made(card, ordinal.getAsInt(), arguments(read.get()));
    call.progress().report(count, OptionalDouble.empty(), "call " + count + ": " + card.id());
    return reply;
  }

  private static String unreadable(OperationCard card) {
    return card.id() + ": the arguments are nested too deeply or have too many values.";
  }

  /** Why a call is not made at all. */
  private Optional<String> problem(OperationCard card, JsonNode input) {
    JsonNode args = input.path("args");
    if (!args.isMissingNode() && !args.isNull() && !args.isObject()) {
      return Optional.of(
          card.id()
              + ": the first argument must be an object of parameters by name, e.g. {page: 2}; the"
              + " body is the second.");
    }
    Optional<String> refusal = consent.apply(card);
    return refusal.isPresent() ? refusal : allowance.take();
  }

  private static CallArguments arguments(JsonNode input) {
    @Nullable JsonNode body = input.get("body");
    return new CallArguments(
        input.path("args") instanceof ObjectNode args
            ? args
            : JsonNodeFactory.instance.objectNode(),
        body,
        Optional.empty());
  }

  private String made(OperationCard card, int ordinal, CallArguments given) {
    try {
      ApiReply reply =
          calls.call(
              new OperationCalls.Call(
                  card, ordinal, call.caller(), given, Optional.empty(), call.trace()),
              RunScriptTool.NAME,
              (prepared, response) -> {
                if (describes) {
                  shapes.computeIfAbsent(
                      card.id(), id -> prepared.schemas().responseFields().shape());
                }
                return CallHooks.reply(card.id(), response);
              });
      record.made(card);
      return described(card, HostReply.of(reply));
    } catch (CallRefusedException e) {
      return failed(card.id() + ": " + e.refusal().message());
    } catch (RefusedException e) {
      return failed(card.id() + ": " + e.getMessage() + " Nothing was sent.");
    } catch (InvalidArgumentsException e) {
      return failed(text(card, e.problems()));
    } catch (UpstreamException e) {
      if (e.isSent()) {
        record.made(card);
      }
      return failed(card.id() + ": " + e.getMessage());
    }
  }

  private String described(OperationCard card, ObjectNode reply) {
    ObjectNode shape = shapes.get(card.id());
    if (reply.has("value") && shape != null && (shape.has("fields") || shape.has("items"))) {
      reply.put("operation", card.id()).set("shape", shape);
    }
    return reply.toString();
  }

  private String failed(String message) {
    record.problem(message);
    return HostReply.error(message).toString();
  }

  private static String text(OperationCard card, List<ArgumentProblem> problems) {
    return card.id()
        + ": the arguments are invalid; nothing was sent. "
        + problems.stream()
            .limit(PROBLEMS_SHOWN)
            .map(problem -> ForeignText.clip(ForeignText.line(problem.toString()), PROBLEM_BYTES))
            .collect(Collectors.joining("; "))
        + (problems.size() > PROBLEMS_SHOWN
            ? "; and " + (problems.size() - PROBLEMS_SHOWN) + " more"
            : "");
  }

  @Override
  public String search(String query) {
    if (record.called() > mostCalls) {
      throw new ScriptStoppedException(
          "The script tried to make more than the " + mostCalls + " calls that it may make.");
    }
    return HostReply.value(ScriptSearch.hits(calls.operations(), call.caller(), query)).toString();
  }

  @Override
  public void log(String line) {
    record.line(line);
  }

  @Override
  public void unknownField(String operation, String path) {
    record.problem(UnknownFields.message(operation, path, shapes.get(operation)));
  }
}
