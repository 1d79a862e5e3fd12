package dev.dragoman.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.GuardedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every cell of the table, through HTTP, the execute tool and a recording API. The table is written
 * by hand and knows nothing of the guard's code.
 */
@DisplayName("S6 The guard is the table of access mode, auth mode, organization, way in, scopes")
public class GuardTableTest {
  private static final String ACCESS = "X-Acme-Access-Mode";
  private static final String AUTH = "X-Acme-Auth-Mode";
  private static final String ORGANIZATION = "X-Acme-Partner-Org-Id";

  private static GuardedServer server;
  private static List<List<String>> table;

  @BeforeAll
  static void start() throws IOException {
    server = new GuardedServer();
    try (InputStream text = GuardTableTest.class.getResourceAsStream("guard-table.txt")) {
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

  /** A value of one column and the headers it stands for. */
  record Value(String word, Map<String, String> headers) {
    static Value of(String word, String... headers) {
      return new Value(word, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]));
    }
  }

  private static final List<Value> ACCESS_MODES =
      List.of(
          Value.of("read-only"),
          Value.of("read-only", ACCESS, "read-only"),
          Value.of("full-access", ACCESS, "full-access"),
          Value.of("junk", ACCESS, "Full-Access"),
          Value.of("junk", ACCESS, "admin"),
          Value.of("junk", ACCESS, "full-access,read-only"),
          Value.of("junk", ACCESS, "*"));

  private static final List<Value> AUTH_MODES =
      List.of(
          Value.of("user"),
          Value.of("user", AUTH, "user"),
          Value.of("partner", AUTH, "partner"),
          Value.of("junk", AUTH, "Partner"),
          Value.of("junk", AUTH, "root"));

  private static final List<Value> ORGANIZATIONS =
      List.of(
          Value.of("absent"),
          Value.of("present", ORGANIZATION, "org_1"),
          Value.of("bad", ORGANIZATION, "../org"));

  private static final List<String> OPERATIONS =
      List.of("read", "write", "destructive", "partner-read", "user-read");

  private static final List<String> TOOLS =
      List.of(
          "named-read",
          "named-write",
          "named-destructive",
          "named-partner-read",
          "named-user-read",
          "own-read",
          "own-write",
          "own-destructive",
          "own-partner-read",
          "own-user-read",
          "read-calls-write",
          "write-calls-destructive",
          "write-calls-read",
          "destructive-calls-write");

  private static Value way(String way, String scopes) {
    return switch (way) {
      case "none" -> Value.of(way);
      case "key" -> Value.of(way, "Authorization", "Bearer live_key");
      case "sandbox" -> Value.of(way, "Authorization", "Bearer test_key");
      case "oauth" -> Value.of(way, "Authorization", "Bearer " + server.token(scopes));
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static String granted(String scopes) {
    return switch (scopes) {
      case "none" -> "";
      case "few" -> "things:read";
      case "enough" -> "things:write things:delete";
      default -> throw new IllegalArgumentException(scopes);
    };
  }

  /** All cells of one way in with one set of scopes. */
  record Block(String way, String scopes) {
    @Override
    public String toString() {
      return "S6 way in: " + way + ", scopes: " + scopes;
    }
  }

  static Stream<Block> blocks() {
    return Stream.of("none", "key", "sandbox", "oauth")
        .flatMap(way -> Stream.of("none", "few", "enough").map(scopes -> new Block(way, scopes)));
  }

  /** Tools are tried with one spelling of each mode: what spells a mode is not their business. */
  private static List<String> operations(Value access, Value auth) {
    boolean isFirst = isFirst(access, ACCESS_MODES) && isFirst(auth, AUTH_MODES);
    return isFirst ? Stream.concat(OPERATIONS.stream(), TOOLS.stream()).toList() : OPERATIONS;
  }

  private static boolean isFirst(Value value, List<Value> values) {
    return values.stream()
        .filter(one -> one.word().equals(value.word()))
        .findFirst()
        .orElseThrow()
        .equals(value);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void everyCell(Block block) throws Exception {
    int cells = 0;
    Value way = way(block.way(), granted(block.scopes()));
    for (Value access : ACCESS_MODES) {
      for (Value auth : AUTH_MODES) {
        for (Value organization : ORGANIZATIONS) {
          for (String operation : operations(access, auth)) {
            Map<String, String> headers = new LinkedHashMap<>();
            List.of(access, auth, organization, way).forEach(one -> headers.putAll(one.headers()));
            List<String> cell =
                List.of(
                    access.word(),
                    auth.word(),
                    organization.word(),
                    way.word(),
                    block.scopes(),
                    operation);
            check(cell, headers, operation);
            cells++;
          }
        }
      }
    }
    assertThat(cells).isEqualTo(7 * 5 * 3 * 5 + 3 * 3 * 3 * 14);
  }

  private static void check(List<String> cell, Map<String, String> headers, String operation)
      throws Exception {
    int before = server.sent().size();
    HttpResponse<String> answer = server.execute(headers, operation);
    List<String> sent = new ArrayList<>(server.sent()).subList(before, server.sent().size());

    assertThat(outcome(answer)).as(cell + " " + answer.body()).isEqualTo(expected(cell));
    assertThat(sent).as("%s", cell).hasSize(outcome(answer).equals("runs") ? 1 : 0);
    if (!cell.get(0).equals("full-access")) {
      assertThat(sent).as("%s", cell).allMatch(request -> request.startsWith("GET "));
    }
    if (cell.get(3).equals("oauth")) {
      assertThat(sent).as("%s", cell).noneMatch(request -> request.contains("eyJ"));
    }
  }

  private static String expected(List<String> cell) {
    return table.stream()
        .filter(row -> fits(row, cell))
        .map(row -> row.get(cell.size()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean fits(List<String> row, List<String> cell) {
    for (int column = 0; column < cell.size(); column++) {
      List<String> words = Arrays.asList(row.get(column).split("\\|"));
      if (!words.contains("*") && !words.contains(cell.get(column))) {
        return false;
      }
    }
    return true;
  }

  private static String outcome(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return String.valueOf(answer.statusCode());
    }
    JsonNode result = JsonMapper.shared().readTree(answer.body()).required("result");
    if (!result.required("isError").booleanValue()) {
      return "runs";
    }
    String text = result.required("content").required(0).required("text").stringValue();
    if (text.contains("is declared as")) {
      return "exceeds";
    }
    // What a hand-written tool tells of its client's refusal.
    boolean ofClient = text.contains("requires scopes that this connection's access token");
    return text.startsWith("Refused by this server") || ofClient ? "refused" : text;
  }

  @Test
  @DisplayName("S6 In read-only mode no request but GET was ever sent")
  void readOnlySendsNothingUnsafe() throws Exception {
    try (GuardedServer fresh = new GuardedServer()) {
      for (Block block : blocks().toList()) {
        for (String operation : OPERATIONS) {
          for (Value auth : AUTH_MODES) {
            Map<String, String> headers = new LinkedHashMap<>(auth.headers());
            if (!block.way().equals("oauth")) {
              headers.putAll(way(block.way(), "").headers());
            } else {
              headers.put("Authorization", "Bearer " + fresh.token(granted(block.scopes())));
            }
            fresh.execute(headers, operation);
          }
        }
      }
      assertThat(fresh.sent()).isNotEmpty().allMatch(request -> request.startsWith("GET "));
    }
  }
}
