package dev.dragoman.runtime.guide.format;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of TOML 1.0. */
public final class TomlText {
  private TomlText() {}

  /** A basic string. */
  public static String string(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F) {
        text.append("\\u%04X".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }

  /** An array of strings. */
  public static String array(List<String> values) {
    return values.stream().map(TomlText::string).collect(Collectors.joining(", ", "[", "]"));
  }

  /** An inline table of strings, in the map's order. */
  public static String table(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> string(entry.getKey()) + " = " + string(entry.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
