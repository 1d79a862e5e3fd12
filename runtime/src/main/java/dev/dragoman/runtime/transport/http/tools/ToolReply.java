package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.json.JsonWriter;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The response to a call.
 *
 * @param status the HTTP status
 * @param mediaType the type of the body
 * @param json the body
 * @param scopes the scopes that the caller's access token has to have for the call; usually empty
 */
public record ToolReply(int status, String mediaType, JsonNode json, List<String> scopes) {
  public ToolReply {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(json);
    scopes = List.copyOf(scopes);
  }

  /** The body in UTF-8. */
  public byte[] body() {
    return JsonWriter.bytes(json);
  }
}
