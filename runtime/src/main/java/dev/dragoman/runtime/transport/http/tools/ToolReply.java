package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.json.JsonWriter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * The response to a call.
 *
 * @param status the HTTP status
 * @param mediaType the type of the body
 * @param json the body
 * @param scopes the scopes that the caller's access token has to have for the call; usually empty
 * @param retryAfter in how many seconds the call may be tried again, if a limit did not admit it
 */
public record ToolReply(
    int status, String mediaType, JsonNode json, List<String> scopes, OptionalLong retryAfter) {
  public ToolReply {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(json);
    scopes = List.copyOf(scopes);
  }

  /** A response to a call that no limit affects. */
  public ToolReply(int status, String mediaType, JsonNode json, List<String> scopes) {
    this(status, mediaType, json, scopes, OptionalLong.empty());
  }

  /** The body in UTF-8. */
  public byte[] body() {
    return JsonWriter.bytes(json);
  }
}
