package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the values of a path's variables from the path of a request. */
final class PathValues {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)\\}");

  private PathValues() {}

  /** The decoded values by name; none if the path does not match the template. */
  static Map<String, String> of(String template, String rawPath) {
    String path = template.replaceFirst("[?#].*$", "");
    List<String> names = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    Matcher variable = VARIABLE.matcher(path);
    int end = 0;
    while (variable.find()) {
      pattern.append(Pattern.quote(path.substring(end, variable.start()))).append("([^/]+?)");
      names.add(variable.group(1));
      end = variable.end();
    }
    pattern.append(Pattern.quote(path.substring(end)));
    Matcher values = Pattern.compile(pattern.toString()).matcher(rawPath);
    Map<String, String> byName = new LinkedHashMap<>();
    if (values.matches()) {
      for (int index = 0; index < names.size(); index++) {
        byName.put(names.get(index), decoded(values.group(index + 1)));
      }
    }
    return byName;
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
  }
}
