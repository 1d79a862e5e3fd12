package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.script.ScriptOutcome.Failure;
import dev.dragoman.runtime.script.ScriptOutcome.Value;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the result of a run or of a trial: always valid JSON of bounded length, or an error. */
final class ScriptAnswer {
  /** Left for what surrounds a result that is cut. */
  private static final int NOTE_BYTES = 300;

  /** A token is about 3.5 bytes. */
  private static final double BYTES_PER_TOKEN = 3.5;

  private final int mostBytes;

  /**
   * Creates answers of bounded length.
   *
   * @param tokens the most tokens of a result
   */
  ScriptAnswer(int tokens) {
    this.mostBytes = (int) (tokens * BYTES_PER_TOKEN);
  }

  /** The result of a run. */
  CallToolResult of(ScriptOutcome outcome, RunRecord record) {
    if (outcome instanceof Failure failure) {
      return CallToolResult.error(
          reason(failure), what(failure) + record.changes() + console(record.lines()));
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    return CallToolResult.text(bounded(answer, (Value) outcome, record));
  }

  /** The result of a trial: what the script would do, and what is wrong with it. */
  CallToolResult ofTrial(ScriptOutcome outcome, RunRecord record) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put(
        "dry_run",
        "nothing was sent; responses were made up from the document, so that a real run can differ");
    calls(answer, record.made());
    if (!record.problems().isEmpty()) {
      problems(answer, record.problems());
    }
    if (outcome instanceof Value value) {
      return CallToolResult.text(bounded(answer, value, record));
    }
    answer.put("error", what((Failure) outcome));
    lines(answer, record);
    return CallToolResult.error(reason((Failure) outcome), answer.toString());
  }

  /** The calls in at most half of the room; those that change something matter most. */
  private void calls(ObjectNode answer, List<RunRecord.Made> made) {
    Set<String> fitting = new HashSet<>();
    int left = mostBytes / 2;
    for (RunRecord.Made one :
        made.stream().sorted(Comparator.comparing(one -> !one.isChange())).toList()) {
      left -= ForeignText.bytes(call(one).toString()) + 1;
      if (left >= 0) {
        fitting.add(one.card().id());
      }
    }
    ArrayNode shown = answer.putArray("would_call");
    made.stream()
        .filter(one -> fitting.contains(one.card().id()))
        .map(ScriptAnswer::call)
        .forEach(shown::add);
    if (shown.size() < made.size()) {
      answer.put("more_operations", made.size() - shown.size());
    }
  }

  /** The problems in at most a quarter of the room. */
  private void problems(ObjectNode answer, List<String> found) {
    ArrayNode shown = answer.putArray("problems");
    int left = mostBytes / 4;
    for (String problem : found) {
      left -= ForeignText.bytes(JsonNodeFactory.instance.stringNode(problem).toString()) + 1;
      if (left < 0) {
        shown.add("(" + (found.size() - shown.size()) + " more)");
        return;
      }
      shown.add(problem);
    }
  }

  private static ObjectNode call(RunRecord.Made made) {
    ObjectNode call =
        JsonNodeFactory.instance
            .objectNode()
            .put("operation", made.card().id())
            .put("access", made.card().access().word())
            .put("count", made.count());
    ArrayNode paths = call.putArray("paths");
    made.paths().forEach(paths::add);
    return call;
  }

  private String bounded(ObjectNode answer, Value value, RunRecord record) {
    JsonNode result =
        JsonReader.forResponses()
            .find(value.json())
            .orElseGet(() -> JsonNodeFactory.instance.stringNode(value.json()));
    answer.put("calls", record.calls());
    lines(answer, record);
    answer.set("result", result);
    String text = answer.toString();
    if (ForeignText.bytes(text) <= mostBytes) {
      return text;
    }
    answer.remove("result");
    if (ForeignText.bytes(answer.toString()) > mostBytes / 2) {
      answer.remove("console");
    }
    // Quotation marks and control characters take up to six bytes as text in JSON.
    int room = mostBytes - NOTE_BYTES - ForeignText.bytes(answer.toString());
    int kept = Math.max(0, room);
    while (kept > 0 && quoted(value, kept) > room) {
      kept = kept * 3 / 4;
    }
    answer
        .put("result_cut", ForeignText.clip(value.json(), kept))
        .put(
            "note",
            "The result has "
                + value.json().length()
                + " characters and does not fit: this is its beginning, as text. Return less, e.g."
                + " only the fields that are needed.");
    return answer.toString();
  }

  private static int quoted(Value value, int kept) {
    String text = ForeignText.clip(value.json(), kept);
    return ForeignText.bytes(JsonNodeFactory.instance.stringNode(text).toString());
  }

  private static void lines(ObjectNode answer, RunRecord record) {
    List<String> lines = record.lines();
    if (!lines.isEmpty()) {
      ArrayNode log = answer.putArray("console");
      lines.forEach(log::add);
    }
  }

  private static String what(Failure failure) {
    return switch (failure.reason()) {
      case SYNTAX -> "The script cannot be compiled: " + failure.message() + ".";
      case EXCEPTION -> "The script failed: " + failure.message() + ".";
      case TIME -> failure.message() + " Do less in one script.";
      case MEMORY -> failure.message() + " Keep less of the responses.";
      case RESULT -> failure.message() + " Return less, as JSON.";
      case UNSETTLED -> failure.message() + " Await only calls of api and search.";
      case STOPPED -> failure.message();
    };
  }

  private static Reason reason(Failure failure) {
    return switch (failure.reason()) {
      case SYNTAX -> Reason.INVALID_ARGUMENTS;
      case TIME -> Reason.LATE;
      default -> Reason.OTHER;
    };
  }

  private static String console(List<String> lines) {
    return lines.isEmpty() ? "" : "\nconsole:\n" + String.join("\n", lines);
  }
}
