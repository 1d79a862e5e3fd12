package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.serving.HttpLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Callers that send hostile scripts, each one after the other. */
final class ScriptCallers {
  /** Time limit, waiting for a place and a busy machine. */
  private static final long MOST_MILLIS = 10_000;

  private static final int SHOWN = 100;
  private static final String HEADERS =
      String.join(
          "\r\n",
          "Content-Type: application/json",
          "Accept: application/json, text/event-stream",
          "MCP-Protocol-Version: 2025-11-25",
          "Authorization: Bearer hostile-key",
          "");

  private final int port;
  private final Queue<HostileScripts.Script> left;
  private final int callers;
  private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());

  ScriptCallers(int port, List<HostileScripts.Script> scripts, int callers) {
    this.port = port;
    this.left = new ConcurrentLinkedQueue<>(scripts);
    this.callers = callers;
  }

  /** What came of a script. */
  record Answer(String name, long millis, String text) {
    boolean isGood() {
      return millis < MOST_MILLIS && text.contains("\"content\"");
    }

    String line() {
      String shown = text.replaceFirst("(?s)^.*?\"text\":", "").replaceAll("[\\t\\n]", " ");
      return String.join(
          "\t",
          name,
          String.valueOf(millis),
          isGood() ? "ok" : "BAD",
          shown.substring(0, Math.min(SHOWN, shown.length())));
    }
  }

  /** Sends all scripts and waits for the answers. */
  List<Answer> run() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      Thread thread = new Thread(this::send, "hostile");
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return List.copyOf(answers);
  }

  private void send() {
    try (HttpLine line = new HttpLine(port)) {
      HostileScripts.Script script = left.poll();
      while (script != null) {
        answers.add(answer(line, script));
        script = left.poll();
      }
    }
  }

  /** A busy server says so, and the script is sent again. */
  private static Answer answer(HttpLine line, HostileScripts.Script script) {
    Answer answer = once(line, script);
    while (answer.text().contains("Too many scripts are running")) {
      answer = once(line, script);
    }
    return answer;
  }

  private static Answer once(HttpLine line, HostileScripts.Script script) {
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", "tools/call");
    message
        .putObject("params")
        .put("name", "run_script")
        .putObject("arguments")
        .put("script", script.source());
    long start = System.nanoTime();
    String text;
    try {
      text = line.send("POST", "/mcp", HEADERS, message.toString()).body();
    } catch (IOException lost) {
      text = "no answer: " + lost.getMessage();
    }
    return new Answer(script.name(), (System.nanoTime() - start) / 1_000_000, text);
  }
}
