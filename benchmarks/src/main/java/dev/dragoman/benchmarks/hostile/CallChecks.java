package dev.dragoman.benchmarks.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls operations of a server in mock mode, with values of enums and with values that do not match
 * a pattern.
 */
final class CallChecks {
  private static final int MISS_LENGTH = 30;
  private static final long MISS_MILLIS = 100;

  /** Maximum number of attempts, of which the fastest counts because the machine may be busy. */
  private static final int TRIES = 10;

  private static final Pattern LETTER = Pattern.compile("[A-Za-z0-9]");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockServer server;
  private final Expectation expectation;

  CallChecks(MockServer server, Expectation expectation) {
    this.server = server;
    this.expectation = expectation;
  }

  List<String> faults(SpecTexts.Operation operation) throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      JsonNode schema = parameter.has("schema") ? parameter.path("schema") : parameter;
      String name = parameter.path("name").asString("");
      String pattern = schema.path("pattern").asString("");
      for (String miss : pattern.isEmpty() ? List.<String>of() : misses(pattern)) {
        long millis = millis(operation.route(), name, miss);
        if (millis > MISS_MILLIS) {
          faults.add("%s: %s took %d ms for %s".formatted(operation.route(), name, millis, miss));
        }
      }
      for (JsonNode value : values(schema.path("enum"))) {
        String answer = call(operation.route(), name, value);
        if (answer.contains("\n- " + name + ":")) {
          faults.add("%s: %s refuses %s".formatted(operation.route(), name, value));
        }
      }
    }
    return faults;
  }

  private List<JsonNode> values(JsonNode listed) {
    List<JsonNode> values = List.copyOf(listed.values());
    if (expectation.allValues() || values.size() < 3) {
      return values;
    }
    return List.of(values.get(0), values.get(values.size() / 2), values.get(values.size() - 1));
  }

  /** Values of 30 characters that make a backtracking matcher retry exponentially often. */
  private static List<String> misses(String pattern) {
    Set<String> letters = new LinkedHashSet<>(List.of("a", "0", " "));
    Matcher matcher = LETTER.matcher(pattern);
    while (matcher.find() && letters.size() < 6) {
      letters.add(matcher.group());
    }
    List<String> misses = new ArrayList<>();
    for (String letter : letters) {
      misses.add(letter.repeat(MISS_LENGTH - 1) + "!");
      misses.add(letter.repeat(MISS_LENGTH - 6) + "!".repeat(6));
    }
    return misses;
  }

  private long millis(String route, String name, String value)
      throws IOException, InterruptedException {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && best > MISS_MILLIS; i++) {
      long start = System.nanoTime();
      call(route, name, JSON.getNodeFactory().stringNode(value));
      best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
    }
    return best;
  }

  private String call(String route, String name, JsonNode value)
      throws IOException, InterruptedException {
    ObjectNode call = JSON.createObjectNode().put("operation", route).put("dry_run", true);
    call.putObject("arguments").set(name, value);
    return server.call("execute", call);
  }
}
