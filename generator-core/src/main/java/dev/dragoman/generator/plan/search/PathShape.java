package dev.dragoman.generator.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A path template, split into segments. */
record PathShape(List<String> segments) {

  private static final Pattern FORMAT = Pattern.compile("(?i)\\.(json|xml)$");

  /**
   * The shape of a path template; empty segments are ignored, and so is a format at the end, as in
   * {@code /users/{id}.json}.
   */
  static PathShape of(String path) {
    String bare = FORMAT.matcher(path).replaceFirst("");
    return new PathShape(Arrays.stream(bare.split("/", -1)).filter(s -> !s.isEmpty()).toList());
  }

  /** Whether a segment consists of one parameter only. */
  boolean isParameter(int segment) {
    return segments.get(segment).startsWith("{") && segments.get(segment).endsWith("}");
  }

  /** The name of the parameter in a segment for which {@link #isParameter} is true. */
  String parameter(int segment) {
    String text = segments.get(segment);
    return text.substring(1, text.length() - 1);
  }

  /** The number of segments with parameters. */
  int parameters() {
    return (int) segments.stream().filter(segment -> segment.contains("{")).count();
  }

  /** Whether the path ends in fixed text, as the path of a collection does. */
  boolean endsInLiteral() {
    return !segments.isEmpty() && !last().contains("{");
  }

  /** The last segment; the path must not be empty. */
  String last() {
    return segments.get(segments.size() - 1);
  }

  /** The first segments as a key in which all parameters are equal. */
  String prefix(int length) {
    StringBuilder key = new StringBuilder();
    for (String segment : segments.subList(0, length)) {
      key.append('/').append(segment.contains("{") ? "{}" : segment.toLowerCase(Locale.ROOT));
    }
    return key.toString();
  }

  /** The nouns of which a parameter may be an id: its own, and the segment before it. */
  List<String> nouns(int segment) {
    List<String> nouns = new ArrayList<>();
    if (segment > 0 && !isParameter(segment - 1)) {
      nouns.add(noun(segments.get(segment - 1)));
    }
    String own = noun(parameter(segment));
    if (!own.isEmpty() && !nouns.contains(own)) {
      nouns.add(own);
    }
    return nouns;
  }

  /**
   * The noun in a name: {@code users}, {@code userId}, {@code user_id} and {@code user-name} all
   * name a user.
   */
  static String noun(String name) {
    String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
    String bare =
        snake
            .toLowerCase(Locale.ROOT)
            .replaceAll("^_|_$", "")
            .replaceAll("(^|_)(id|gid|uuid|guid|key|name|number|slug|code|sid)$", "");
    return singular(bare);
  }

  private static String singular(String noun) {
    if (noun.endsWith("ies") && noun.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    if (noun.endsWith("ses") || noun.endsWith("xes") || noun.endsWith("ches")) {
      return noun.substring(0, noun.length() - 2);
    }
    return noun.endsWith("s") && !noun.endsWith("ss") && noun.length() > 2
        ? noun.substring(0, noun.length() - 1)
        : noun;
  }
}
