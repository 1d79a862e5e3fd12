package dev.dragoman.runtime.execute.shape;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.shape.ShapedResponse.Content;
import dev.dragoman.runtime.execute.shape.problem.ErrorBody;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes an API response for the model: everything that matters, within bounds. */
public final class ResponseShaper {
  private static final String CUT =
      "The response is a stream; this is the part received before the time limit.";
  private static final int FIRST_ERROR = 400;
  private static final int MAX_CHARACTERS = 60_000;
  private static final int MAX_BINARY_BYTES = 1_000_000;

  private final BodyTrimmer trimmer;
  private final int maxBinaryBytes;
  private final Optional<ResponseFolder> folder;

  /** The default limits: 60,000 characters of text, 1,000,000 bytes of anything else. */
  public ResponseShaper() {
    this(MAX_CHARACTERS, MAX_BINARY_BYTES);
  }

  /**
   * Creates a shaper with other limits.
   *
   * @param maxCharacters maximum length of text or JSON; at least 1
   * @param maxBinaryBytes maximum size of any other body; a longer one is not shown
   */
  public ResponseShaper(int maxCharacters, int maxBinaryBytes) {
    this(maxCharacters, maxBinaryBytes, Optional.empty());
  }

  /** The default limits; bytes that are not text are written into a folder, regardless of size. */
  public ResponseShaper(ResponseFolder folder) {
    this(MAX_CHARACTERS, MAX_BINARY_BYTES, Optional.of(folder));
  }

  private ResponseShaper(int maxCharacters, int maxBinaryBytes, Optional<ResponseFolder> folder) {
    this.trimmer = new BodyTrimmer(maxCharacters);
    this.maxBinaryBytes = maxBinaryBytes;
    this.folder = folder;
  }

  /** The result; an error for every status except 2xx. */
  public ShapedResponse shape(ApiResponse response) {
    return shape(response, "response", new Effect(true));
  }

  /**
   * The result; an error for every status except 2xx.
   *
   * @param name the name of the file if the response does not specify one
   * @param effect what the call may have done, for the advice
   */
  public ShapedResponse shape(ApiResponse response, String name, Effect effect) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("status", response.status());
    ObjectNode headers = ShownHeaders.of(response);
    if (!headers.isEmpty()) {
      envelope.set("headers", headers);
    }
    boolean isError = response.status() < 200 || response.status() > 299;
    if (isError) {
      envelope.put("advice", StatusAdvice.of(response) + effect.after(response.status()));
    }
    Optional<Content> beside = body(response, envelope, name);
    if (response.isCut()) {
      String before = envelope.path("notice").asString("");
      envelope.put("notice", (CUT + " " + before).strip());
    }
    List<Content> content = new ArrayList<>();
    content.add(new Content.Text(VisibleText.of(envelope.toString())));
    beside.ifPresent(content::add);
    return new ShapedResponse(response.status(), envelope, content, isError);
  }

  /** Adds the body to the envelope, or describes and returns it. */
  private Optional<Content> body(ApiResponse response, ObjectNode envelope, String name) {
    byte[] bytes = response.body().shared();
    if (bytes.length == 0) {
      envelope.put("notice", "The API returned a response without a body.");
      return Optional.empty();
    }
    boolean failed = response.status() >= FIRST_ERROR;
    ResponseMedia media = ResponseMedia.of(response.contentType());
    Optional<JsonNode> json =
        media.isJson() ? JsonReader.forResponses().find(bytes) : Optional.empty();
    if (json.isPresent()) {
      BodyTrimmer.Trimmed trimmed =
          failed ? shortened(ErrorBody.json(json.get())) : trimmer.json(json.get(), bytes.length);
      trimmed.notice().ifPresent(notice -> envelope.put("notice", notice));
      envelope.set("body", trimmed.value());
      return Optional.empty();
    }
    return media
        .text(bytes)
        .map(text -> text(text, failed, media, envelope))
        .or(() -> binary(response, media, envelope, name));
  }

  /** What is left of an error still has to fit. */
  private BodyTrimmer.Trimmed shortened(ErrorBody.Shortened error) {
    JsonNode value = error.value();
    BodyTrimmer.Trimmed trimmed =
        value.isString() ? trimmer.text(value.stringValue()) : trimmer.json(value);
    return trimmed.notice().isPresent() ? trimmed : new BodyTrimmer.Trimmed(value, error.notice());
  }

  private Content text(String text, boolean failed, ResponseMedia media, ObjectNode envelope) {
    BodyTrimmer.Trimmed trimmed = failed ? shortened(ErrorBody.text(text)) : trimmer.text(text);
    envelope.set("text", description(media, "characters", text.length()));
    trimmed.notice().ifPresent(notice -> envelope.put("notice", notice));
    return new Content.Text(VisibleText.of(trimmed.value().stringValue()));
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
      envelope.put("notice", "The bytes could not be saved to a file.");
    }
    if (bytes.length > maxBinaryBytes) {
      envelope.put(
          "notice", "The bytes are not shown: there are more than " + maxBinaryBytes + " of them.");
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
