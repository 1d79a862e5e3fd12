package dev.dragoman.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.guard.GuardTableTest;
import dev.dragoman.runtime.tool.GuardedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of the guard, with a script that tries every operation. */
@DisplayName("S6 The guard decides about each call of a script by the same table")
class ScriptGuardTableTest {
  private static final List<String> OPERATIONS =
      List.of("read", "write", "destructive", "partner-read", "user-read");

  private static final String SCRIPT =
      "const seen = {}; for (const name of "
          + JsonMapper.shared().writeValueAsString(OPERATIONS)
          + ") { try { seen[name] = (await api[name]()).done ? 'runs' : 'odd'; }"
          + " catch (e) { seen[name] = e.message; } } return seen;";

  private static final Map<String, Map<String, String>> HEADERS =
      Map.of(
          "access read-only", Map.of(),
          "access full-access", Map.of("X-Acme-Access-Mode", "full-access"),
          "access junk", Map.of("X-Acme-Access-Mode", "admin"),
          "auth user", Map.of(),
          "auth partner", Map.of("X-Acme-Auth-Mode", "partner"),
          "auth junk", Map.of("X-Acme-Auth-Mode", "root"),
          "organization absent", Map.of(),
          "organization present", Map.of("X-Acme-Partner-Org-Id", "org_1"),
          "organization bad", Map.of("X-Acme-Partner-Org-Id", "../org"));

  private static GuardedServer server;
  private static List<List<String>> table;

  @BeforeAll
  static void start() throws IOException {
    server = new GuardedServer(true);
    try (InputStream text =
        Objects.requireNonNull(GuardTableTest.class.getResourceAsStream("guard-table.txt"))) {
      table =
          new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split(" +")))
              .toList();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> way(String way, String scopes) {
    return switch (way) {
      case "none" -> Map.of();
      case "key" -> Map.of("Authorization", "Bearer live_key");
      case "sandbox" -> Map.of("Authorization", "Bearer test_key");
      default -> Map.of("Authorization", "Bearer " + server.token(granted(scopes)));
    };
  }

  private static String granted(String scopes) {
    return switch (scopes) {
      case "none" -> "";
      case "few" -> "things:read";
      default -> "things:read things:write things:delete";
    };
  }

  @ParameterizedTest(name = "S6 way in {0}, scopes {1}")
  @CsvSource({
    "none, none",
    "key, none",
    "sandbox, none",
    "oauth, none",
    "oauth, few",
    "oauth, enough"
  })
  void everyCell(String way, String scopes) {
    for (String access : List.of("read-only", "full-access", "junk")) {
      for (String auth : List.of("user", "partner", "junk")) {
        for (String organization : List.of("absent", "present", "bad")) {
          Map<String, String> headers = new LinkedHashMap<>(way(way, scopes));
          headers.putAll(HEADERS.get("access " + access));
          headers.putAll(HEADERS.get("auth " + auth));
          headers.putAll(HEADERS.get("organization " + organization));
          check(List.of(access, auth, organization, way, scopes), headers);
        }
      }
    }
  }

  private static void check(List<String> cell, Map<String, String> headers) {
    int before = server.sent().size();
    String arguments = JsonMapper.shared().createObjectNode().put("script", SCRIPT).toString();
    HttpResponse<String> answer = server.call(headers, "run_script", arguments);
    List<String> sent = server.sent().subList(before, server.sent().size());

    int runs = 0;
    for (String operation : OPERATIONS) {
      String expected = expected(cell, operation);
      if (answer.statusCode() != 200) {
        assertThat(expected).as(cell + operation).isEqualTo("" + answer.statusCode());
        continue;
      }
      String seen = seen(answer.body(), operation);
      runs += expected.equals("runs") ? 1 : 0;
      if (expected.equals("runs")) {
        assertThat(seen).as(cell + operation).isEqualTo("runs");
      } else {
        assertThat(seen).as(cell + operation).contains("Refused by this server");
      }
    }
    assertThat(sent).as("%s", cell).hasSize(runs);
    if (!cell.get(0).equals("full-access")) {
      assertThat(sent).as("%s", cell).allMatch(request -> request.startsWith("GET "));
    }
    assertThat(sent).as("%s", cell).noneMatch(request -> request.contains("eyJ"));
  }

  private static String seen(String body, String operation) {
    JsonNode result = JsonMapper.shared().readTree(body).required("result");
    String text = result.required("content").required(0).required("text").stringValue();
    assertThat(result.required("isError").booleanValue()).as(text).isFalse();
    return JsonMapper.shared().readTree(text).required("result").required(operation).stringValue();
  }

  private static String expected(List<String> cell, String operation) {
    return table.stream()
        .filter(row -> fits(row, cell, operation))
        .map(row -> row.get(cell.size() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static boolean fits(List<String> row, List<String> cell, String operation) {
    for (int column = 0; column <= cell.size(); column++) {
      String word = column < cell.size() ? cell.get(column) : operation;
      List<String> words = Arrays.asList(row.get(column).split("\\|"));
      if (!words.contains("*") && !words.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
