package dev.dragoman.generator.jsonpath;

/** Thrown if a text is not a JSONPath query. The message is a sentence without a full stop. */
public final class JsonPathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonPathException(String message, int offset) {
    super(message + " at character " + (offset + 1), null, false, false);
  }
}
