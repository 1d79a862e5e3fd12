package dev.dragoman.runtime.protocol;

import static dev.dragoman.runtime.protocol.Case.when;
import static dev.dragoman.runtime.protocol.Message.in;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of every revision, the same over both transports. */
class ProtocolTest {
  private static final String MODERN = "2026-07-28";
  private static final List<String> LEGACY = List.of("2025-03-26", "2025-06-18", "2025-11-25");
  private static final String VERSION_KEY = "io.modelcontextprotocol/protocolVersion";

  private static final String CAPABILITIES_KEY = "io.modelcontextprotocol/clientCapabilities";

  private static HttpTestServer http;

  @BeforeAll
  static void start() {
    http = new HttpTestServer();
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void overHttp(Case rule) {
    rule.runOn(http);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void overStdio(Case rule) {
    try (StdioTestServer stdio = new StdioTestServer()) {
      rule.runOn(stdio);
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            modern(),
            modernRefusals(),
            LEGACY.stream().flatMap(ProtocolTest::legacy),
            initialization(),
            batches(),
            malformed(),
            calls())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> modern() {
    return Stream.of(
        when(in(MODERN).asks("server/discover"))
            .then("/id", "7")
            .then("/result/supportedVersions/0", "\"2026-07-28\"")
            .then("/result/supportedVersions/3", "\"2025-03-26\"")
            .then("/result/capabilities", "{\"tools\": {}}")
            .then("/result/instructions", "\"Tools for tests, nothing else.\"")
            .then("/result/resultType", "\"complete\"")
            .then("/result/cacheScope", "\"public\"")
            .then("/result/_meta/io.modelcontextprotocol~1serverInfo/name", "\"fixture\""),
        when(in(MODERN).asks("tools/list"))
            .then("/result/tools/0/name", "\"test_simple_text\"")
            .then("/result/tools/0/annotations/readOnlyHint", "true")
            .then("/result/ttlMs", "300000")
            .then("/result/cacheScope", "\"public\"")
            .then("/result/resultType", "\"complete\"")
            .then("/result/nextCursor", "(absent)"),
        when(in(MODERN).calls("whoami", "{}"))
            .then("/result/content/0/text", "\"read-only\"")
            .then("/result/isError", "false")
            .then("/result/resultType", "\"complete\"")
            .then("/result/_meta/io.modelcontextprotocol~1serverInfo/version", "\"1.0.0\""),
        when(in(MODERN).notifies("notifications/anything")).withStatus(202));
  }

  private static Stream<Case> modernRefusals() {
    Stream<Case> removed =
        Stream.of("initialize", "ping", "logging/setLevel", "resources/list", "no/such/method")
            .map(method -> when(in(MODERN).asks(method)).thenError(-32601).withStatus(404));
    Stream<Case> refused =
        Stream.of(
            when(in(MODERN).asks("tools/list", "{\"_meta\": {\"" + CAPABILITIES_KEY + "\": {}}}"))
                .thenError(-32602)
                .withStatus(400),
            when(in(MODERN).asks("server/discover", "{\"_meta\": 1}"))
                .thenError(-32602)
                .withStatus(400),
            when(in(MODERN)
                    .asks("tools/list", "{\"_meta\": {\"" + VERSION_KEY + "\": \"2026-07-28\"}}"))
                .thenError(-32602)
                .withStatus(400),
            when(in("2099-01-01").asks("tools/list"))
                .thenError(-32022)
                .then("/error/data/requested", "\"2099-01-01\"")
                .then("/error/data/supported/0", "\"2026-07-28\"")
                .then("/error/data/supported/3", "\"2025-03-26\"")
                .withStatus(400));
    return Stream.concat(removed, refused);
  }

  private static Stream<Case> legacy(String version) {
    return Stream.of(
        when(in(version).asks("ping")).then("/result", "{}"),
        when(in(version).asks("tools/list"))
            .then("/result/tools/0/name", "\"test_simple_text\"")
            .then("/result/resultType", "(absent)")
            .then("/result/ttlMs", "(absent)")
            .then("/result/_meta", "(absent)"),
        when(in(version).asks("tools/list", "{\"cursor\": \"x\"}")).thenError(-32602),
        when(in(version).calls("whoami", "{}"))
            .then("/result/content/0/text", "\"read-only\"")
            .then("/result/resultType", "(absent)"),
        when(in(version).asks("resources/list")).thenError(-32601),
        when(in(version).asks("logging/setLevel", "{\"level\": \"info\"}")).thenError(-32601),
        when(in(version).notifies("notifications/initialized")).withStatus(202),
        when(in(version).silently("", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}"))
            .withStatus(202));
  }

  private static Stream<Case> initialization() {
    Stream<Case> agreed =
        LEGACY.stream()
            .map(version -> initialize(version).then("/result/protocolVersion", quoted(version)));
    return Stream.concat(
        agreed,
        Stream.of(
            initialize("2024-11-05").then("/result/protocolVersion", "\"2025-11-25\""),
            initialize("2026-07-28").then("/result/protocolVersion", "\"2025-11-25\""),
            when(in("2025-06-18").asks("initialize")).thenError(-32602)));
  }

  private static Case initialize(String asked) {
    String params = "{\"protocolVersion\": \"" + asked + "\", \"capabilities\": {}}";
    return when(in("2025-11-25").asks("initialize", params))
        .then("/result/capabilities", "{\"tools\": {}}")
        .then("/result/serverInfo/name", "\"fixture\"");
  }

  private static Stream<Case> batches() {
    String batch =
        """
        [{"jsonrpc": "2.0", "id": 1, "method": "ping"},
         {"jsonrpc": "2.0", "method": "notifications/initialized"},
         {"jsonrpc": "2.0", "id": 2, "method": "initialize"},
         {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "whoami"}},
         5]
        """;
    String silent = "[{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}]";
    return Stream.of(
        when(in("2025-03-26").says(batch))
            .then("/0", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}")
            .then("/1/error/code", "-32600")
            .then("/2/result/content/0/text", "\"read-only\"")
            .then("/3/error/code", "-32600")
            .then("/4", "(absent)"),
        when(in("2025-03-26").silently("", silent)).withStatus(202),
        when(in("2025-03-26").says("[]")).thenError(-32600).withStatus(400),
        when(in("2025-03-26").says("[" + "0,".repeat(100) + "0]"))
            .thenError(-32600)
            .withStatus(400),
        when(in("2025-06-18").says(batch)).thenError(-32600).withStatus(400),
        when(in("2025-11-25").says(batch)).thenError(-32600).withStatus(400),
        when(in(MODERN).says(batch)).thenError(-32600).withStatus(400));
  }

  private static Stream<Case> malformed() {
    return Stream.concat(unreadable(), invalid());
  }

  private static Stream<Case> unreadable() {
    return Stream.of(
            "{",
            "nonsense",
            "{'jsonrpc': '2.0'}",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"} trailing",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"id\": 2, \"method\": \"ping\"}",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\","
                + " \"params\": {\"name\": \"whoami\", \"name\": \"crash\"}}",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": "
                + "{\"a\":".repeat(101)
                + "1"
                + "}".repeat(101)
                + "}",
            "[".repeat(100_000),
            "{\"jsonrpc\": \"2.0\", \"id\": " + "9".repeat(2000) + ", \"method\": \"ping\"}",
            "[" + "0,".repeat(500_001) + "0]",
            "\u0000\u0001")
        .flatMap(
            text ->
                Stream.of("2025-06-18", MODERN)
                    .map(version -> when(in(version).says(text)).thenError(-32700)))
        .map(rule -> rule.then("/id", "(absent)").withStatus(400));
  }

  private static Stream<Case> invalid() {
    return Stream.of(
            when(in("2025-06-18").says("5")).then("/id", "(absent)"),
            when(in("2025-06-18").says("{\"id\": 1, \"method\": \"ping\"}")).then("/id", "1"),
            when(in("2025-06-18").says("{\"JSONRPC\": \"2.0\", \"id\": 1, \"method\": \"ping\"}"))
                .then("/id", "1"),
            when(in("2025-06-18").says("{\"jsonrpc\": 2.0, \"id\": 1, \"method\": \"ping\"}")),
            when(in("2025-06-18").says("{\"jsonrpc\": \"2.0\", \"id\": 1, \"Method\": \"ping\"}")),
            when(in("2025-06-18").says("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": 1}"))
                .then("/id", "\"a\""),
            when(in("2025-06-18").says("{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"p\"}"))
                .then("/id", "(absent)"),
            when(in("2025-06-18").says("{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"p\"}")),
            when(in("2025-06-18").says("{\"jsonrpc\": \"2.0\", \"id\": [], \"method\": \"p\"}")))
        .map(rule -> rule.thenError(-32600).withStatus(400));
  }

  private static Stream<Case> calls() {
    return Stream.of("2025-06-18", MODERN).flatMap(ProtocolTest::calls);
  }

  private static Stream<Case> calls(String version) {
    return Stream.of(
        when(in(version)
                .calls("echo", "{\"value\": {\"n\": 1.10, \"big\": 123456789012345678901}}"))
            .then(
                "/result/content/0/text",
                quoted("{\\\"value\\\":{\\\"n\\\":1.10,\\\"big\\\":123456789012345678901}}")),
        when(in(version).calls("echo", "{\"value\": \"{\\\"a\\\": 1}\"}"))
            .then("/result/structuredContent/value", "\"{\\\"a\\\": 1}\""),
        when(in(version).calls("echo", "{\"value\": \"\\ud83d\\ude00 é\"}"))
            .then("/result/structuredContent/value", "\"\\ud83d\\ude00 é\""),
        when(in(version).calls("all_content", "{}"))
            .then("/result/content/1/type", "\"image\"")
            .then("/result/content/2/mimeType", "\"audio/wav\"")
            .then("/result/content/3/resource/uri", "\"test://mixed\""),
        when(in(version).calls("refuse", "{}")).then("/result/isError", "true"),
        when(in(version).asks("tools/call", "{\"name\": \"whoami\", \"arguments\": null}"))
            .then("/result/isError", "false"),
        when(in(version).asks("tools/call", "{\"name\": \"whoami\"}"))
            .then("/result/isError", "false"),
        when(in(version).calls("no_such_tool", "{}"))
            .thenError(-32602)
            .then("/error/message", "\"Unknown tool: no_such_tool.\""),
        when(in(version).calls("Whoami", "{}")).thenError(-32602),
        when(in(version).calls("whoami", "[]")).thenError(-32602),
        when(in(version).calls("whoami", "\"{}\"")).thenError(-32602),
        when(in(version).calls("crash", "{}"))
            .then("/error", "{\"code\": -32603, \"message\": \"Internal error in tool crash.\"}"));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
