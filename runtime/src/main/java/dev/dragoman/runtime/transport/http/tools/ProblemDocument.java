package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problem documents (RFC 9457). */
final class ProblemDocument {
  static final String MEDIA_TYPE = "application/problem+json";

  private static final int MOST_ERRORS = 20;
  private static final int MOST_CHARACTERS = 400;
  private static final Pattern PLACE =
      Pattern.compile("arguments((?:[/.][A-Za-z0-9_-]+|\\[[0-9]+])*)");
  private static final Pattern STEP = Pattern.compile("[/.]([A-Za-z0-9_-]+)|\\[([0-9]+)]");
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private ProblemDocument() {}

  /** A problem whose type says nothing beyond its status (RFC 9457, section 4.2.1). */
  static ObjectNode of(int status, String detail) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode().put("type", "about:blank");
    problem.put("title", TITLES.getOrDefault(status, "Error")).put("status", status);
    return problem.put("detail", VisibleText.of(detail));
  }

  static ToolReply reply(ObjectNode problem) {
    return reply(problem, List.of());
  }

  static ToolReply reply(ObjectNode problem, List<String> scopes) {
    return reply(problem, scopes, OptionalLong.empty());
  }

  static ToolReply reply(ObjectNode problem, List<String> scopes, OptionalLong retryAfter) {
    return new ToolReply(
        problem.path("status").intValue(), MEDIA_TYPE, problem, scopes, retryAfter);
  }

  /** Adds what is wrong with the arguments, located as in the example of RFC 9457, section 3. */
  static void addErrors(ObjectNode problem, List<ToolFailure.Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    ArrayNode errors = problem.putArray("errors");
    for (ToolFailure.Problem one : problems.subList(0, Math.min(problems.size(), MOST_ERRORS))) {
      ObjectNode error = errors.addObject().put("detail", text(one));
      Matcher place = PLACE.matcher(one.place());
      if (place.matches()) {
        error.put("pointer", "#" + STEP.matcher(place.group(1)).replaceAll("/$1$2"));
      }
    }
  }

  private static String text(ToolFailure.Problem problem) {
    String place = problem.place().equals("arguments") ? "" : problem.place() + ": ";
    return DisplayValue.text(VisibleText.line(place + problem.message()), MOST_CHARACTERS);
  }
}
