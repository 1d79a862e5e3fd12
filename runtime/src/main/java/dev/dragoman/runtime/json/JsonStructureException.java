package dev.dragoman.runtime.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/**
 * Thrown for a text that is JSON (RFC 8259) part by part, but not as a whole: a key that occurs
 * twice in an object, or a second value. The message begins with a small letter and does not repeat
 * the text.
 */
public final class JsonStructureException extends StreamReadException {
  private static final long serialVersionUID = 1L;

  JsonStructureException(JsonParser parser, String message) {
    super(parser, message, parser.currentTokenLocation());
  }
}
