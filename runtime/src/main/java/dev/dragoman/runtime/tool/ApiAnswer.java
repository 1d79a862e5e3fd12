package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.AnswerFolder;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.Outcome;
import dev.dragoman.runtime.execute.ResponseShaper;
import dev.dragoman.runtime.mcp.ToolResult;
import dev.dragoman.runtime.mcp.ToolResult.Content;
import dev.dragoman.runtime.validate.CallSchemas;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Makes a tool's answer of the API's. */
final class ApiAnswer {
  private static final int NOTE_BYTES = 300;

  private final Supplier<ResponseShaper> shaper;
  private final boolean notes;

  ApiAnswer(CallOptions options) {
    this.shaper = Lazy.of(() -> shaper(options));
    this.notes = options.validates();
  }

  private static ResponseShaper shaper(CallOptions options) {
    return options
        .saves()
        .map(folder -> new ResponseShaper(new AnswerFolder(folder)))
        .orElseGet(ResponseShaper::new);
  }

  /** The answer as content; not as structured content too, which would double its tokens. */
  ToolResult of(ApiResponse response, CallSchemas schemas, Operation operation) {
    Outcome outcome = shaper.get().shape(response, operation.id(), Effect.of(operation));
    ToolResult result =
        new ToolResult(
            outcome.content().stream().map(ApiAnswer::content).toList(),
            Optional.empty(),
            outcome.isError());
    return note(outcome, schemas).map(note -> ResultNotes.add(result, note)).orElse(result);
  }

  /** Said of whole answers only: what was left out here is no fault of the API. */
  private Optional<String> note(Outcome outcome, CallSchemas schemas) {
    JsonNode body = outcome.json().path("body");
    if (!notes || outcome.isError() || body.isMissingNode() || outcome.json().has("notice")) {
      return Optional.empty();
    }
    return schemas
        .strayingOfAnswer(outcome.status(), body)
        .map(
            straying ->
                "the response does not match the API's schema: "
                    + PlainText.clip(PlainText.line(straying), NOTE_BYTES));
  }

  private static Content content(Outcome.Content block) {
    if (block instanceof Outcome.Content.Binary binary) {
      return binary(binary);
    }
    return new Content.Text(((Outcome.Content.Text) block).text());
  }

  private static Content binary(Outcome.Content.Binary binary) {
    String type = binary.mediaType();
    if (type.startsWith("image/")) {
      return new Content.Image(binary.base64(), type);
    }
    return type.startsWith("audio/")
        ? new Content.Audio(binary.base64(), type)
        : new Content.Blob("response:body", binary.base64(), type);
  }
}
