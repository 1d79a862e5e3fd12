package dev.dragoman.runtime.execute.shape;

import java.io.Writer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The length of JSON as text, in characters, and its beginning: the text of a large tree takes
 * several times the memory of the response from which it was read.
 */
final class MeasuredText extends Writer {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final int most;
  private final StringBuilder start = new StringBuilder();
  private long length;

  private MeasuredText(int most) {
    this.most = most;
  }

  /** Measures JSON and keeps at most this many characters. */
  static MeasuredText of(JsonNode json, int most) {
    MeasuredText text = new MeasuredText(most);
    JSON.writeValue(text, json);
    return text;
  }

  /** The number of characters of the text. */
  static int length(JsonNode json) {
    return of(json, 0).length();
  }

  int length() {
    return (int) Math.min(Integer.MAX_VALUE, length);
  }

  /** The first characters. */
  String start() {
    return start.toString();
  }

  @Override
  public void write(char[] characters, int offset, int count) {
    length += count;
    start.append(characters, offset, Math.min(count, most - start.length()));
  }

  @Override
  public void flush() {
    // Everything is counted immediately.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
