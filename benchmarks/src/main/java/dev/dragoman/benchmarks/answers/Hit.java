package dev.dragoman.benchmarks.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hit in a search result, as text.
 *
 * @param operation the id at its beginning
 * @param text all of its lines
 */
record Hit(String operation, String text) {
  private static final Pattern HEAD = Pattern.compile("^(\\S.*?): [A-Z]+ \\S.*$");
  private static final Pattern BODY = Pattern.compile("(\\S+)( \\(optional\\))? (.*)");

  /** The hits of a result. */
  static List<Hit> in(String answer) {
    List<Hit> hits = new ArrayList<>();
    for (String block : answer.split("\n\n", -1)) {
      Matcher head = HEAD.matcher(block.lines().findFirst().orElse(""));
      if (head.matches()) {
        hits.add(new Hit(head.group(1), block));
      }
    }
    return hits;
  }

  /**
   * A call of execute with everything that the hit says is required, which does not send anything.
   */
  Map<String, Object> call() {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("operation", operation);
    String parameters = line("params");
    if (!parameters.isEmpty()) {
      call.put("arguments", Written.members(Signature.members(parameters)));
    }
    Matcher body = BODY.matcher(line("body"));
    if (body.matches() && body.group(2) == null) {
      call.put("body", Written.value(Signature.type(body.group(3))));
    }
    call.put("dry_run", true);
    return call;
  }

  private String line(String label) {
    String start = "  " + label + ": ";
    return text.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
