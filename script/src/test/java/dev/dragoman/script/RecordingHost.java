package dev.dragoman.script;

import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptStoppedException;
import java.util.ArrayList;
import java.util.List;

/** A host that returns what it was given, and keeps a record. */
final class RecordingHost implements ScriptHost {
  static final int MOST_CALLS = 200;

  final List<String> calls = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final List<String> fields = new ArrayList<>();

  @Override
  public String call(String operation, String input) {
    if (calls.size() == MOST_CALLS) {
      throw new ScriptStoppedException("The script made 200 calls, the most that it may make.");
    }
    calls.add(operation);
    return switch (operation) {
      case "missing" ->
          "{\"error\":{\"message\":\"not found\",\"status\":404,\"body\":{\"code\":\"none\"}}}";
      case "slow" -> slow();
      case "shaped" ->
          "{\"value\":{\"items\":[{\"id\":1}],\"free\":{}},\"operation\":\"shaped\",\"shape\":"
              + "{\"fields\":{\"items\":{\"items\":{\"fields\":{\"id\":{}}}},"
              + "\"free\":{\"fields\":{},\"open\":true}}}}";
      default -> "{\"value\":" + input + "}";
    };
  }

  /** Ignores an interrupt once, as a careless library might. */
  private static String slow() {
    for (int i = 0; i < 2; i++) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException ignored) {
        // The engine interrupts again.
      }
    }
    return "{\"value\":null}";
  }

  @Override
  public String search(String query) {
    return "{\"value\":[\"" + query + "\"]}";
  }

  @Override
  public void log(String line) {
    lines.add(line);
  }

  @Override
  public void unknownField(String operation, String path) {
    fields.add(operation + path);
  }
}
