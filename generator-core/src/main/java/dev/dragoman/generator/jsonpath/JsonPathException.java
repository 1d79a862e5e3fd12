package dev.dragoman.generator.jsonpath;

/** A text that is no JSONPath query. The message is a sentence without its end. */
public final class JsonPathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonPathException(String message, int offset) {
    super(message + " at character " + (offset + 1), null, false, false);
  }
}
