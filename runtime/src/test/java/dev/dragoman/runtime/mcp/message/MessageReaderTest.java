package dev.dragoman.runtime.mcp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Batch;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Broken;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Notification;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What a message is, by JSON-RPC 2.0 and MCP, and what is said about one that is none. */
class MessageReaderTest {

  private static IncomingMessage read(String json) {
    return MessageReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Broken broken(String json) {
    return (Broken) read(json);
  }

  /** A message with these members besides the version. */
  private static String with(String members) {
    return "{\"jsonrpc\":\"2.0\"," + members + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1                    | 1",
        "0                    | 0",
        "-1                   | -1",
        "\"a\"                | \"a\"",
        "\"\"                 | \"\"",
        "\"1\"                | \"1\"",
        "12345678901234567890 | 12345678901234567890"
      })
  void aRequestHasAnIdAndAMethod(String id, String same) {
    Request request = (Request) read(with("\"id\":" + id + ",\"method\":\"ping\""));
    assertThat(request.id()).hasToString(same);
    assertThat(request.method()).isEqualTo("ping");
    assertThat(request.params().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1.0", "true", "false", "null", "[]", "{}", "[1]"})
  void otherIdsAreInvalid(String id) {
    Broken broken = broken(with("\"id\":" + id + ",\"method\":\"ping\""));
    assertThat(broken.id()).isNull();
    assertThat(broken.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(broken.message())
        .isEqualTo("Invalid request: \"id\" must be a string or an integer.");
  }

  @Test
  void withoutAnIdItIsANotification() {
    Notification notification = (Notification) read(with("\"method\":\"x\",\"params\":{\"a\":1}"));
    assertThat(notification.method()).isEqualTo("x");
    assertThat(notification.params().path("a").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"a\"", "true"})
  void parametersAreAnObject(String params) {
    Broken request = broken(with("\"id\":1,\"method\":\"x\",\"params\":" + params));
    assertThat(request.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(request.message()).isEqualTo("\"params\" must be an object.");
    assertThat(request.id()).hasToString("1");
    assertThat(broken(with("\"method\":\"x\",\"params\":" + params)).id()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1,\"method\":\"x\"}                        | 1",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"x\"}    | 1",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"x\"}        | 1",
        "{\"jsonrpc\":\"2.00\",\"id\":\"a\",\"method\":\"x\"} | \"a\"",
        "{\"jsonrpc\":null,\"id\":null,\"method\":\"x\"}    | null",
        "{\"method\":\"x\"}                                 | null",
        "{}                                                 | null"
      })
  void theVersionOfJsonRpcIsRequired(String json, String id) {
    Broken broken = broken(json);
    assertThat(broken.message()).isEqualTo("Invalid request: \"jsonrpc\" must be \"2.0\".");
    assertThat(String.valueOf(broken.id())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"method\":null", ",\"method\":1", ",\"method\":[\"x\"]"})
  void aMethodIsAString(String method) {
    Broken broken = broken(with("\"id\":7" + method));
    assertThat(broken.message()).isEqualTo("Invalid request: \"method\" must be a string.");
    assertThat(broken.id()).as("so that the client finds its request").hasToString("7");
  }

  @Test
  void aResponseHasAResultOrAnError() {
    Response result = (Response) read(with("\"id\":\"a\",\"result\":{\"x\":1}"));
    assertThat(result.id()).hasToString("\"a\"");
    assertThat(result.result()).hasToString("{\"x\":1}");
    Response error = (Response) read(with("\"id\":\"a\",\"error\":{\"code\":1}"));
    assertThat(error.result()).isNull();
    assertThat(((Response) read(with("\"id\":[],\"result\":1"))).id()).isNull();
    assertThat(((Response) read(with("\"result\":null"))).id()).isNull();
  }

  @Test
  void aMethodMakesItARequestWhateverElseItHas() {
    assertThat(read(with("\"id\":1,\"method\":\"x\",\"result\":{}"))).isInstanceOf(Request.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"a\"", "true", "null", "1.5"})
  void aMessageIsAnObject(String json) {
    Broken broken = broken(json);
    assertThat(broken.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(broken.message()).isEqualTo("Invalid request: a message must be a JSON object.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | the message is empty.",
        "'  \t\r\n'                  | the message is empty.",
        "{                           | the message is not JSON.",
        "{'a':1}                     | the message is not JSON.",
        "nul                         | the message is not JSON.",
        "{\"a\":01}                  | the message is not JSON.",
        "{\"a\":NaN}                 | the message is not JSON.",
        "{\"a\":\"\u0001\"}          | the message is not JSON.",
        "{\"a\":1,}                  | the message is not JSON.",
        "{\"a\":1}//x                | the message is not JSON.",
        "{\"a\":1,\"a\":2}           | an object contains a duplicate key (column 8).",
        "{} {}                       | text follows the JSON (column 4)."
      })
  void whatCannotBeParsed(String json, String problem) {
    Broken broken = broken(json);
    assertThat(broken.code()).isEqualTo(ErrorCode.PARSE_ERROR);
    assertThat(broken.id()).isNull();
    assertThat(broken.message()).isEqualTo("Parse error: " + problem);
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void depthIsBounded(int depth, boolean read) {
    // The message itself is one level.
    String deep = "[".repeat(depth - 2) + "]".repeat(depth - 2);
    IncomingMessage message = read(with("\"method\":\"x\",\"params\":{\"a\":" + deep + "}"));
    assertThat(message instanceof Notification).isEqualTo(read);
    if (message instanceof Broken broken) {
      assertThat(broken.message()).startsWith("Parse error: the message is nested too deeply");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e-99999999999"})
  void exponentsAreBounded(String number) {
    Broken broken = broken("{\"a\":1,\"b\":" + number + "}");
    assertThat(broken.code()).isEqualTo(ErrorCode.PARSE_ERROR);
    assertThat(broken.message()).endsWith("too large an exponent (column 12).");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = with("\"method\":\"é\"").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(((Broken) MessageReader.read(latin)).message())
        .isEqualTo("Parse error: the message is not UTF-8.");
    byte[] utf16 = with("\"method\":\"x\"").getBytes(StandardCharsets.UTF_16);
    assertThat(MessageReader.read(utf16)).isInstanceOf(Broken.class);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "100, true", "101, false"})
  void theSizeOfABatch(int size, boolean read) {
    String one = with("\"method\":\"x\"");
    IncomingMessage message = read("[" + String.join(",", Collections.nCopies(size, one)) + "]");
    if (read) {
      assertThat(((Batch) message).messages()).hasSize(size);
    } else {
      assertThat(((Broken) message).message())
          .isEqualTo("Invalid request: a batch must contain 1 to 100 messages.");
    }
  }

  @Test
  void eachMessageOfABatchStandsForItself() {
    Batch batch =
        (Batch)
            read("[" + with("\"id\":1,\"method\":\"x\"") + ",1,[],{}," + with("\"id\":2") + "]");
    assertThat(batch.messages())
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Request", "Broken", "Broken", "Broken", "Broken");
    assertThat(((Broken) batch.messages().get(2)).message())
        .isEqualTo("Invalid request: a message in a batch must be a JSON object.");
    assertThat(((Broken) batch.messages().get(4)).id()).hasToString("2");
  }

  private static Request request(String method, String params) {
    return new Request(Json.of("1"), method, (ObjectNode) Json.of(params));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "tools/list      | {}                                                               | -   | false",
        "tools/list      | {\"_meta\":{}}                                                   | -   | false",
        "tools/list      | {\"_meta\":1}                                                    | -   | false",
        "tools/list      | {\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"v\"}}  | v   | true",
        "tools/list      | {\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":1}}      | -   | true",
        "tools/list      | {\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{}}}  | -   | true",
        "tools/list      | {\"_meta\":{\"protocolVersion\":\"v\"}}                          | -   | false",
        "tools/list      | {\"io.modelcontextprotocol/protocolVersion\":\"v\"}              | -   | false",
        "server/discover | {}                                                               | -   | true"
      })
  void modernRequests(String method, String params, String declared, boolean modern) {
    Request request = request(method, params);
    assertThat(request.declaredVersion().orElse(null)).isEqualTo(declared);
    assertThat(request.looksModern()).isEqualTo(modern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {"{\"name\":\"a\"} | a", "{\"name\":1} | -", "{\"name\":null} | -", "{} | -"})
  void theNameOfATool(String params, String name) {
    assertThat(request("tools/call", params).name().orElse(null)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2025-03-26, V2025_03_26, 2025-03-26, false",
        "2025-06-18, V2025_06_18, 2025-06-18, false",
        "2025-11-25, V2025_11_25, 2025-11-25, false",
        "2026-07-28, V2026_07_28, 2025-11-25, true",
        "2024-11-05, -,           2025-11-25, false",
        "2099-01-01, -,           2025-11-25, false",
        "'',         -,           2025-11-25, false"
      })
  void versions(String text, ProtocolVersion version, String agreed, boolean modern) {
    assertThat(ProtocolVersion.of(text).orElse(null)).isEqualTo(version);
    assertThat(ProtocolVersion.agreedFor(text).text()).isEqualTo(agreed);
    assertThat(ProtocolVersion.of(text).filter(ProtocolVersion::isModern).isPresent())
        .isEqualTo(modern);
  }

  @Test
  void versionsAreOfferedFromTheNewest() {
    assertThat(ProtocolVersion.newestFirst())
        .extracting(ProtocolVersion::text)
        .containsExactly("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");
  }

  @Test
  void theNumbersOfErrors() {
    assertThat(List.of(ErrorCode.values()))
        .extracting(ErrorCode::number)
        .containsExactly(-32700, -32600, -32601, -32602, -32603, -32020, -32021, -32022)
        .doesNotHaveDuplicates();
  }

  private static String text(Reply.Answer answer) {
    return new String(answer.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void repliesAsTheyAreSent() {
    ObjectNode empty = (ObjectNode) Json.of("{}");
    assertThat(text(Reply.result(Json.of("\"a\""), empty)))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{}}");
    assertThat(text(Reply.failed(Json.of("1"), ErrorCode.INTERNAL_ERROR, "No.")))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":\"No.\"}}");
    assertThat(text(Reply.malformed(null, ErrorCode.PARSE_ERROR, "No.")))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"No.\"}}");
    assertThat(text(Reply.error(null, ErrorCode.PARSE_ERROR, "", empty, Reply.Outcome.MALFORMED)))
        .endsWith("\"message\":\"\",\"data\":{}}}");
  }

  @Test
  void aReplyIsOneLineOfVisibleText() {
    String sent =
        text(Reply.failed(Json.of("1"), ErrorCode.INVALID_PARAMS, "a\nb\u0007\u200b\u202e c"));
    assertThat(sent).contains("a b\\\\u0007\\\\u200B\\\\u202E c").doesNotContain("\n");
  }

  @Test
  void whetherAMessageWasUnderstood() {
    assertThat(Reply.failed(Json.of("1"), ErrorCode.INVALID_PARAMS, "").outcome())
        .isEqualTo(Reply.Outcome.UNDERSTOOD);
    assertThat(Reply.malformed(null, ErrorCode.INVALID_PARAMS, "").outcome())
        .isEqualTo(Reply.Outcome.MALFORMED);
  }

  @ParameterizedTest
  @EnumSource(Reply.Outcome.class)
  void onlyAnswersAboutScopesHaveScopes(Reply.Outcome outcome) {
    assertThat(new Reply.Answer(Json.of("{}"), outcome).scopes()).isEmpty();
  }

  @Test
  void aSilentClientCannotBeAsked() {
    ClientPeer silent = ClientPeer.silent();
    assertThat(silent.features()).isEmpty();
    assertThat(Optional.of(silent.name())).hasValue("");
    assertThatThrownBy(() -> silent.send(new byte[0])).isInstanceOf(IllegalStateException.class);
  }
}
