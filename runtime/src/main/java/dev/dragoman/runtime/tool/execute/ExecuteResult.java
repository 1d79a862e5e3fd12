package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.cut.ShownSize;
import dev.dragoman.runtime.execute.shape.ResponseFolder;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import dev.dragoman.runtime.execute.shape.ShapedResponse;
import dev.dragoman.runtime.execute.shape.ShownPart;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Converts the response of the API to the result of the tool. */
final class ExecuteResult {
  private static final int NOTE_BYTES = 300;

  private final Supplier<ResponseShaper> shaper;
  private final Pages pages;
  private final AcceptedRequests accepted;
  private final boolean notes;
  private final int tokens;

  ExecuteResult(CallOptions options, Pages pages, AcceptedRequests accepted) {
    this.pages = pages;
    this.accepted = accepted;
    this.shaper = Lazy.of(() -> shaper(options));
    this.notes = options.validates();
    this.tokens = options.answerTokens();
  }

  private static ResponseShaper shaper(CallOptions options) {
    return options
        .saves()
        .map(folder -> new ResponseShaper(new ResponseFolder(folder)))
        .orElseGet(ResponseShaper::new);
  }

  /** Where the state of an accepted request is; empty if the response is another one. */
  Optional<AcceptedRequests.State> accepted(PreparedCall prepared, ApiResponse response) {
    return accepted.state(prepared, response);
  }

  /** The API has responded: whatever fails from here on, the result always says so. */
  CallToolResult shown(ApiResponse response, PreparedCall prepared, OperationRunner.Call call) {
    Operation operation = prepared.operation();
    try {
      return of(response, prepared, call);
    } catch (RuntimeException | StackOverflowError e) {
      LoggerFactory.getLogger("calls")
          .warn("A response of {} cannot be shown: {}", operation.id(), e.getClass().getName());
      return CallToolResult.error(
          new ToolFailure(Reason.NO_RESPONSE, List.of(), OptionalInt.of(response.status())),
          operation.id()
              + ": The response cannot be shown."
              + Effect.of(operation).answered(response.status()));
    }
  }

  /**
   * The response as content, and not as structured content as well, which would double its tokens.
   *
   * @param call the call as the agent made it, with the fields named from the top of the response
   */
  private CallToolResult of(
      ApiResponse response, PreparedCall prepared, OperationRunner.Call call) {
    ShapedResponse outcome = shaped(response, prepared, call, 0);
    if (call.view().canGoOn()) {
      Continuation continuation =
          new Continuation(call, prepared, pages, accepted(prepared, response));
      int excess = continuation.addTo(outcome, response);
      if (excess > 0) {
        // APIs have values for the next page of thousands of characters.
        outcome = shaped(response, prepared, call, excess);
        continuation.addTo(outcome, response);
      }
    }
    CallToolResult result =
        new CallToolResult(
            outcome.content().stream().map(ExecuteResult::content).toList(),
            Optional.empty(),
            outcome.isError(),
            outcome.isError()
                ? Optional.of(ToolFailure.ofApi(response.status()))
                : Optional.empty());
    return note(outcome, call.answer(), prepared.schemas())
        .map(note -> ResultNotes.add(result, note))
        .orElse(result);
  }

  private ShapedResponse shaped(
      ApiResponse response, PreparedCall prepared, OperationRunner.Call call, int excess) {
    Operation operation = prepared.operation();
    ShownPart part = part(call, prepared, excess);
    return shaper.get().shape(response, operation.id(), Effect.of(operation), part);
  }

  /** The room for the arguments of the next call, and for a note, is reserved. */
  private ShownPart part(OperationRunner.Call call, PreparedCall prepared, int excess) {
    AnswerRequest answer = call.answer();
    int arguments = call.view().canGoOn() ? Continuation.size(call, pages) + excess : 0;
    return new ShownPart(
        answer.fields(),
        answer.skip(),
        ShownPart.bytes(answer.tokens().orElse(tokens)),
        arguments + notes(prepared),
        prepared.schemas().paging().map(PageRule::items));
  }

  /**
   * The room for the notes of a call: those that are known, and one about the response and about
   * waiting each.
   */
  private static int notes(PreparedCall prepared) {
    ArrayNode known = JsonNodeFactory.instance.arrayNode();
    prepared.notes().forEach(known::add);
    prepared.key().ifPresent(key -> known.add(key.note()));
    return 2 * NOTE_BYTES + (int) ShownSize.of(known, Integer.MAX_VALUE);
  }

  /** The most bytes of a result. */
  int bytes(AnswerRequest answer) {
    return ShownPart.bytes(answer.tokens().orElse(tokens));
  }

  /** Only complete responses are validated: what was omitted here is not a fault of the API. */
  private Optional<String> note(
      ShapedResponse outcome, AnswerRequest answer, OperationValidator schemas) {
    boolean whole = outcome.isWhole() && answer.fields().isEmpty();
    if (!notes || outcome.isError() || !whole || outcome.whole().isEmpty()) {
      return Optional.empty();
    }
    return schemas
        .responseMismatch(outcome.status(), outcome.whole().get())
        .map(
            straying ->
                "the response does not match the API's schema: "
                    + ForeignText.clip(ForeignText.line(straying), NOTE_BYTES));
  }

  private static Content content(ShapedResponse.Content block) {
    if (block instanceof ShapedResponse.Content.Binary binary) {
      return binary(binary);
    }
    return new Content.Text(((ShapedResponse.Content.Text) block).text());
  }

  private static Content binary(ShapedResponse.Content.Binary binary) {
    String type = binary.mediaType();
    if (type.startsWith("image/")) {
      return new Content.Image(binary.base64(), type);
    }
    return type.startsWith("audio/")
        ? new Content.Audio(binary.base64(), type)
        : new Content.Blob("response:body", binary.base64(), type);
  }
}
