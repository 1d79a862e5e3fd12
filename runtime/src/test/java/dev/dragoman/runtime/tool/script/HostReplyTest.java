package dev.dragoman.runtime.tool.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a script gets for a response of the API. */
class HostReplyTest {
  private static ApiReply reply(int status, String type, byte[] body) {
    List<Pair> headers = type.isEmpty() ? List.of() : List.of(new Pair("content-type", type));
    return ApiReply.of("get_lamp", status, headers, body);
  }

  private static ObjectNode value(int status, String type, String body) {
    return HostReply.of(reply(status, type, body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The bytes of the body are in ISO 8859-1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | application/json         | {"a":1.50}               | {"value":{"a":1.50}}
          200 | application/problem+json | [null]                   | {"value":[null]}
          200 | ``                       | {"a":1}                  | {"value":{"a":1}}
          204 | ``                       | ``                       | {"value":null}
          299 | application/json         | ``                       | {"value":null}
          200 | text/plain               | {"a":1}                  | {"value":"{\\"a\\":1}"}
          200 | text/plain               | caf\u00c3\u00a9          | {"value":"café"}
          200 | text/plain;charset=latin1 | caf\u00e9               | {"value":"café"}
          200 | application/json         | {"a":                    | {"value":"{\\"a\\":"}
          200 | application/json         | 9007199254740991         | {"value":9007199254740991}
          200 | application/json         | 9007199254740992         | {"value":"9007199254740992"}
          200 | application/json         | {"id":[-9007199254740992,1]} | {"value":{"id":["-9007199254740992",1]}}
          200 | application/json         | 12345678901234567890     | {"value":"12345678901234567890"}
          404 | application/json         | {"m":"no"}               | {"error":{"message":"get_lamp: status 404: {\\"m\\":\\"no\\"}","status":404,"body":{"m":"no"}}}
          404 | text/plain               | gone                     | {"error":{"message":"get_lamp: status 404: gone","status":404,"body":"gone"}}
          500 | ``                       | ``                       | {"error":{"message":"get_lamp: status 500","status":500,"body":null}}
          304 | ``                       | ``                       | {"error":{"message":"get_lamp: status 304","status":304,"body":null}}
          """)
  void aResponseIsAValueOrAnError(int status, String type, String body, String reply) {
    assertThat(value(status, type, body)).hasToString(reply);
  }

  @Test
  void bytesThatAreNoTextAreCounted() {
    assertThat(HostReply.of(reply(200, "image/png", new byte[] {(byte) 0x89, 'P', 0, (byte) 0xFF})))
        .hasToString("{\"value\":\"(4 bytes that are not text)\"}");
  }

  /** The beginning of a response must not be taken for all of it, nor for a failure of the API. */
  @ParameterizedTest
  @CsvSource({"200", "404"})
  void thePartOfAResponseIsAnError(int status) {
    assertThat(
            HostReply.of(
                reply(status, "application/json", "[1".getBytes(StandardCharsets.UTF_8)).cut()))
        .hasToString("{\"error\":{\"message\":\"get_lamp: the response is incomplete.\"}}");
  }

  @ParameterizedTest
  @CsvSource({"2097152, false", "2097153, true"})
  void aResponseThatIsTooLongForAScriptIsAnError(int bytes, boolean refused) {
    ObjectNode reply =
        HostReply.of(
            reply(200, "text/plain", "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII)));
    assertThat(reply.has("error")).isEqualTo(refused);
    if (refused) {
      assertThat(reply.at("/error/message").stringValue())
          .isEqualTo(
              "get_lamp returned 2097153 bytes, more than a script can take (2097152); request"
                  + " less, e.g. smaller pages.");
    }
  }

  /** A message is one line of a few hundred bytes; the whole body is beside it. */
  @Test
  void theMessageOfAnErrorIsShort() {
    ObjectNode reply = value(400, "text/plain", "a\n".repeat(1_000));
    assertThat(reply.at("/error/message").stringValue()).hasSizeLessThan(340).doesNotContain("\n");
    assertThat(reply.at("/error/body").stringValue()).hasSize(2_000);
  }
}
