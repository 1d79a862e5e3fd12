package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.cut.Cut;
import dev.dragoman.runtime.execute.cut.Cutter;
import dev.dragoman.runtime.execute.cut.ShownSize;
import dev.dragoman.runtime.execute.shape.ShapedResponse.Content;
import dev.dragoman.runtime.execute.shape.problem.ErrorBody;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.json.fields.Projection;
import dev.dragoman.runtime.json.fields.Projection.Selected;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.text.VisibleText;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes an API response for the model: everything that matters, within bounds. */
public final class ResponseShaper {
  private static final String STREAM =
      "The response is a stream; this is the part received before the time limit.";
  private static final int FIRST_ERROR = 400;
  private static final int MAX_BINARY_BYTES = 1_000_000;

  /** A result has at least this much room for the body, whatever its headers are. */
  private static final int LEAST = 500;

  /** Headers may take one part in this many of a result. */
  private static final int HEADERS_PART = 4;

  private final int maxBinaryBytes;
  private final Optional<ResponseFolder> folder;

  /** The default limit: 1,000,000 bytes of anything that is not text or JSON. */
  public ResponseShaper() {
    this(MAX_BINARY_BYTES);
  }

  /**
   * Creates a shaper with another limit.
   *
   * @param maxBinaryBytes maximum size of a body that is not text; a longer one is not shown
   */
  public ResponseShaper(int maxBinaryBytes) {
    this(maxBinaryBytes, Optional.empty());
  }

  /** The default limit; bytes that are not text are written into a folder, regardless of size. */
  public ResponseShaper(ResponseFolder folder) {
    this(MAX_BINARY_BYTES, Optional.of(folder));
  }

  private ResponseShaper(int maxBinaryBytes, Optional<ResponseFolder> folder) {
    this.maxBinaryBytes = maxBinaryBytes;
    this.folder = folder;
  }

  /** The result, within the default number of tokens; an error for every status except 2xx. */
  public ShapedResponse shape(ApiResponse response) {
    return shape(response, "response", new Effect(true));
  }

  /** The result, within the default number of tokens; an error for every status except 2xx. */
  public ShapedResponse shape(ApiResponse response, String name, Effect effect) {
    return shape(response, name, effect, ShownPart.beginning(ShownPart.DEFAULT_TOKENS));
  }

  /**
   * The result; an error for every status except 2xx.
   *
   * @param name the name of the file if the response does not specify one
   * @param effect what the call may have done, for the advice
   * @param part what is shown; fields are chosen only from a successful response
   */
  public ShapedResponse shape(ApiResponse response, String name, Effect effect, ShownPart part) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("status", response.status());
    ObjectNode headers = ShownHeaders.of(response);
    List<String> left = ShownHeaders.shorten(headers, part.bytes() / HEADERS_PART);
    if (!headers.isEmpty()) {
      envelope.set("headers", headers);
    }
    boolean isError = response.status() < 200 || response.status() > 299;
    if (isError) {
      envelope.put("advice", StatusAdvice.of(response) + effect.after(response.status()));
    }
    if (!left.isEmpty()) {
      Notices.add(envelope, Notices.ofHeaders(left));
    }
    if (response.isCut()) {
      Notices.add(envelope, STREAM);
    }
    Shaping shaping = new Shaping(response, isError, envelope, part);
    return body(shaping, name);
  }

  /** One response on its way. */
  private record Shaping(
      ApiResponse response, boolean isError, ObjectNode envelope, ShownPart part) {

    boolean hasFailed() {
      return response.status() >= FIRST_ERROR;
    }

    /** The room for the body. */
    Cutter cutter() {
      long around = ShownSize.of(envelope, part.bytes()) + part.reserved() + Notices.ROOM;
      return new Cutter(Math.max(LEAST, part.bytes() - around));
    }

    ShapedResponse done(Optional<Content> beside, Optional<JsonNode> whole, Optional<Cut> cut) {
      return new ShapedResponse(response.status(), envelope, beside, isError, whole, cut);
    }
  }

  /** Adds the body to the envelope, or describes and returns it. */
  private ShapedResponse body(Shaping shaping, String name) {
    ApiResponse response = shaping.response();
    byte[] bytes = response.body().shared();
    if (bytes.length == 0) {
      Notices.add(shaping.envelope(), "The API returned a response without a body.");
      return shaping.done(Optional.empty(), Optional.empty(), Optional.empty());
    }
    ResponseMedia media = ResponseMedia.of(response.contentType());
    Optional<JsonNode> json =
        media.isJson() ? JsonReader.forResponses().find(bytes) : Optional.empty();
    return json.map(value -> json(shaping, value))
        .or(() -> media.text(bytes).map(text -> text(shaping, text, media)))
        .orElseGet(
            () ->
                shaping.done(
                    binary(response, media, shaping.envelope(), name),
                    Optional.empty(),
                    Optional.empty()));
  }

  /** What is left of an error still has to fit. */
  private static ShapedResponse error(Shaping shaping, JsonNode json) {
    ErrorBody.Shortened error = ErrorBody.json(json);
    Cut cut = shaping.cutter().cut(Selected.all(error.value()), 0, null);
    error.notice().ifPresent(text -> Notices.add(shaping.envelope(), text));
    Notices.of(cut).forEach(text -> Notices.add(shaping.envelope(), text));
    shaping.envelope().set("body", cut.value());
    return shaping.done(Optional.empty(), Optional.of(json), Optional.of(cut));
  }

  private static ShapedResponse json(Shaping shaping, JsonNode json) {
    if (shaping.hasFailed()) {
      return error(shaping, json);
    }
    ShownPart part = shaping.part();
    Projection projection = shaping.isError() ? Projection.ALL : Projection.of(part.fields());
    Selected selected = projection.apply(json);
    Cut cut = shaping.cutter().cut(selected, part.skip(), part.items().orElse(null));
    Notices.of(cut, part, json, projection).forEach(text -> Notices.add(shaping.envelope(), text));
    shaping.envelope().set("body", cut.value());
    return shaping.done(Optional.empty(), Optional.of(json), Optional.of(cut));
  }

  private static ShapedResponse text(Shaping shaping, String text, ResponseMedia media) {
    shaping.envelope().set("text", description(media, "characters", text.length()));
    Cut cut;
    if (shaping.hasFailed()) {
      ErrorBody.Shortened error = ErrorBody.text(text);
      error.notice().ifPresent(notice -> Notices.add(shaping.envelope(), notice));
      cut = shaping.cutter().text(error.value().asString(), 0);
    } else {
      cut = shaping.cutter().text(text, shaping.part().skip());
    }
    Notices.of(cut).forEach(notice -> Notices.add(shaping.envelope(), notice));
    return shaping.done(
        Optional.of(new Content.Text(VisibleText.of(cut.value().stringValue()))),
        Optional.empty(),
        Optional.of(cut));
  }

  private Optional<Content> binary(
      ApiResponse response, ResponseMedia media, ObjectNode envelope, String name) {
    byte[] bytes = response.body().shared();
    ObjectNode description = description(media, "bytes", bytes.length);
    envelope.set("binary", description);
    Optional<Path> saved =
        folder.flatMap(
            place -> place.save(bytes, ResponseFileName.of(response, media.type(), name)));
    if (saved.isPresent()) {
      description.put("savedTo", saved.get().toString());
      return Optional.empty();
    }
    if (folder.isPresent()) {
      Notices.add(envelope, "The bytes could not be saved to a file.");
    }
    if (bytes.length > maxBinaryBytes) {
      Notices.add(
          envelope, "The bytes are not shown: there are more than " + maxBinaryBytes + " of them.");
      return Optional.empty();
    }
    String type = media.type().isEmpty() ? "application/octet-stream" : media.type();
    return Optional.of(new Content.Binary(type, Base64.getEncoder().encodeToString(bytes)));
  }

  private static ObjectNode description(ResponseMedia media, String unit, int count) {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    if (!media.type().isEmpty()) {
      description.put("mediaType", media.type());
    }
    return description.put(unit, count);
  }
}
