package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.shape.ResponseFolder;
import dev.dragoman.runtime.execute.shape.ResponseShaper;
import dev.dragoman.runtime.execute.shape.ShapedResponse;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Converts the response of the API to the result of the tool. */
final class ExecuteResult {
  private static final int NOTE_BYTES = 300;

  private final Supplier<ResponseShaper> shaper;
  private final boolean notes;

  ExecuteResult(CallOptions options) {
    this.shaper = Lazy.of(() -> shaper(options));
    this.notes = options.validates();
  }

  private static ResponseShaper shaper(CallOptions options) {
    return options
        .saves()
        .map(folder -> new ResponseShaper(new ResponseFolder(folder)))
        .orElseGet(ResponseShaper::new);
  }

  /**
   * The response as content, and not as structured content as well, which would double its tokens.
   */
  CallToolResult of(ApiResponse response, PreparedCall call, CallView view) {
    Operation operation = call.operation();
    ShapedResponse outcome =
        shaper.get().shape(view.part(response), operation.id(), Effect.of(operation));
    CallToolResult result =
        new CallToolResult(
            outcome.content().stream().map(ExecuteResult::content).toList(),
            Optional.empty(),
            outcome.isError(),
            outcome.isError()
                ? Optional.of(ToolFailure.ofApi(response.status()))
                : Optional.empty());
    if (!view.isWhole()) {
      return result;
    }
    return note(outcome, call.schemas()).map(note -> ResultNotes.add(result, note)).orElse(result);
  }

  /** Only complete responses are validated: what was omitted here is not a fault of the API. */
  private Optional<String> note(ShapedResponse outcome, OperationValidator schemas) {
    JsonNode body = outcome.json().path("body");
    if (!notes || outcome.isError() || body.isMissingNode() || outcome.json().has("notice")) {
      return Optional.empty();
    }
    return schemas
        .responseMismatch(outcome.status(), body)
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
