package dev.dragoman.runtime.execute.shape.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ErrorBodyTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String JAVA_TRACE =
      "com.acme.NoSuchCardException: no such card\n"
          + "\tat com.acme.Cards.find(Cards.java:12)\n".repeat(100)
          + "Caused by: java.sql.SQLException: locked\n"
          + "\tat com.acme.Db.query(Db.java:7)\n".repeat(20)
          + "\t... 37 more\n";

  private static String text(String value) {
    return NODES.stringNode(value).toString();
  }

  private static ErrorBody.Shortened shortened(String json) {
    assertThat(json.length()).isGreaterThan(ErrorBody.SHOWN_UNCHANGED);
    return ErrorBody.json(Json.of(json.replace('`', '"')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":20404,\"message\":\"not found\",\"more_info\":\"https://x/20404\",\"status\":404}",
        "{\"z\":1,\"message\":\"the order stays\",\"stack\":\"Error: x\\n    at a (b.js:1:2)\"}",
        "\"text\"",
        "[]",
        "null"
      })
  void shortBodiesAreUnchanged(String json) {
    ErrorBody.Shortened shown = ErrorBody.json(Json.of(json));
    assertThat(shown.value().toString()).isEqualTo(json);
    assertThat(shown.notice()).isEmpty();
  }

  @Test
  void problemDetails() {
    ErrorBody.Shortened shown =
        shortened(
            "{`exceptionDetails`:[{`message`:`no such card`,`raw`:"
                + text(JAVA_TRACE)
                + "}],`stackTrace`:["
                + "`com.acme.Cards.find(Cards.java:12)`,".repeat(99)
                + "`x`],`instance`:`/cards/7`,`type`:`https://acme.example/probs/card`,"
                + "`invalid-params`:[{`name`:`age`,`reason`:`must be positive`}],"
                + "`status`:422,`detail`:`Card 7 does not exist.`,`title`:`No such card`}");
    assertThat(shown.value().toString())
        .startsWith("{\"detail\":\"Card 7 does not exist.\",\"title\":\"No such card\",\"type\":")
        .contains("\"invalid-params\":[{\"reason\":\"must be positive\",\"name\":\"age\"}]")
        .contains("no such card\\nCaused by: java.sql.SQLException: locked")
        .doesNotContain("Cards.java");
    assertThat(shown.notice())
        .hasValueSatisfying(
            notice ->
                assertThat(notice)
                    .matches(
                        "The error body is shortened: \\d+ characters are left out \\("
                            + "exceptionDetails\\.raw, stackTrace\\)\\."));
  }

  @Test
  void jsonApi() {
    String error =
        "{`meta`:{`trace`:"
            + text(JAVA_TRACE)
            + "},`source`:{`pointer`:`/data/attributes/title`},`status`:`422`,"
            + "`title`:`Invalid`,`detail`:`title is too long`}";
    ErrorBody.Shortened shown = shortened("{`errors`:[" + error + "," + error + "]}");
    assertThat(shown.value())
        .isEqualTo(
            Json.of(
                "{`errors`:[E,E]}"
                    .replace(
                        "E",
                        "{`title`:`Invalid`,`detail`:`title is too long`,`source`:{`pointer`:"
                            + "`/data/attributes/title`},`status`:`422`,`meta`:{}}")
                    .replace('`', '"')));
  }

  @Test
  void googleErrors() {
    String entries = "`com.google.Api.call(Api.java:1)`,".repeat(80);
    ErrorBody.Shortened shown =
        shortened(
            "{`error`:{`code`:400,`message`:`Invalid value at 'name'`,`status`:`INVALID_ARGUMENT`,"
                + "`details`:[{`@type`:`type.googleapis.com/google.rpc.BadRequest`,"
                + "`fieldViolations`:[{`field`:`name`,`description`:`must not be empty`}]},"
                + "{`@type`:`type.googleapis.com/google.rpc.DebugInfo`,`stackEntries`:["
                + entries
                + "`x`],`detail`:`[ORIGINAL ERROR]`}]}}");
    assertThat(shown.value().path("error").path("details").path(0).path("fieldViolations"))
        .isEqualTo(Json.of("[{\"description\":\"must not be empty\",\"field\":\"name\"}]"));
    assertThat(shown.value().toString())
        .startsWith("{\"error\":{\"message\":\"Invalid value at 'name'\",")
        .doesNotContain("Api.java");
  }

  @Test
  void theObjectBesideAStripeErrorIsKeptWhileItFits() {
    String intent =
        "{`id`:`pi_1`,`status`:`requires_payment_method`,`note`:[" + "`n`,".repeat(400) + "1]}";
    ErrorBody.Shortened shown =
        shortened(
            "{`error`:{`payment_intent`:"
                + intent
                + ",`type`:`card_error`,`code`:`card_declined`,`decline_code`:`lost_card`,"
                + "`doc_url`:`https://stripe.example/declined`,`param`:`source`,"
                + "`message`:`Your card has been declined.`}}");
    assertThat(shown.notice()).isEmpty();
    assertThat(shown.value().toString())
        .startsWith(
            "{\"error\":{\"message\":\"Your card has been declined.\",\"type\":\"card_error\"")
        .contains("\"payment_intent\":{\"status\":\"requires_payment_method\"");
  }

  @Test
  void graphQl() {
    ErrorBody.Shortened shown =
        shortened(
            "{`errors`:[{`message`:`Cannot query field 'nme'.`,`locations`:[{`line`:1}],"
                + "`extensions`:{`code`:`GRAPHQL_VALIDATION_FAILED`,`exception`:{`stacktrace`:["
                + "`    at Object.field (/app/node_modules/graphql/index.js:48:26)`,".repeat(40)
                + "`x`]}}}]}");
    assertThat(shown.value().toString())
        .contains("Cannot query field 'nme'.", "GRAPHQL_VALIDATION_FAILED")
        .doesNotContain("node_modules");
  }

  @Test
  void odata() {
    String dotnet = "   at Acme.Api.Get() in C:\\\\src\\\\Api.cs:line 7\\r\\n".repeat(60);
    ErrorBody.Shortened shown =
        shortened(
            "{`error`:{`code`:`BadRequest`,`message`:`Invalid filter clause`,`innererror`:{"
                + "`message`:`Could not find a property named 'nme'.`,`type`:`ODataException`,"
                + "`stacktrace`:`"
                + dotnet
                + "`}}}");
    assertThat(shown.value().toString())
        .isEqualTo(
            "{\"error\":{\"message\":\"Invalid filter clause\",\"code\":\"BadRequest\",\"innererror\":"
                + "{\"message\":\"Could not find a property named 'nme'.\",\"type\":"
                + "\"ODataException\"}}}");
  }

  @Test
  void echoesOfTheRequest() {
    String input = "{`note`:`" + "n".repeat(900) + "`}";
    ErrorBody.Shortened shown =
        shortened(
            "{`detail`:[{`type`:`missing`,`loc`:[`body`,`a`],`msg`:`Field required`,`input`:"
                + input
                + "},{`type`:`int_parsing`,`loc`:[`body`,`b`],`msg`:`not an integer`,`input`:`x`}],"
                + "`request`:{`headers`:{`h`:`"
                + "h".repeat(900)
                + "`}}}");
    assertThat(shown.value())
        .isEqualTo(
            Json.of(
                "{`detail`:[{`msg`:`Field required`,`type`:`missing`,`loc`:[`body`,`a`]},"
                    .concat("{`msg`:`not an integer`,`type`:`int_parsing`,`loc`:[`body`,`b`],")
                    .concat("`input`:`x`}]}")
                    .replace('`', '"')));
  }

  @Test
  void manyErrorsAreCounted() {
    String errors = "{`resource`:`Issue`,`code`:`missing_field`,`field`:`title`},".repeat(999);
    ErrorBody.Shortened shown =
        shortened("{`errors`:[" + errors + "{}],`message`:`Validation Failed`}");
    assertThat(shown.value().toString())
        .startsWith("{\"message\":\"Validation Failed\",\"errors\":[{\"code\":\"missing_field\"")
        .hasSizeBetween(5_500, 6_000);
    int kept = shown.value().path("errors").size();
    assertThat(shown.notice())
        .hasValueSatisfying(
            notice ->
                assertThat(notice).contains("(" + (1000 - kept) + " of 1000 items of errors)"));
  }

  @Test
  void jiraMessagesComeFirst() {
    String others =
        "`field%d`:`Field does not exist or is not on the screen: " + "x".repeat(80) + "`,";
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      fields.append(others.formatted(i));
    }
    ErrorBody.Shortened shown =
        shortened("{`errors`:{" + fields + "`z`:`last`},`errorMessages`:[`Issue is closed.`]}");
    assertThat(shown.value().toString())
        .startsWith("{\"errorMessages\":[\"Issue is closed.\"],\"errors\":{\"field0\":\"Field does")
        .hasSizeLessThan(6_001);
  }

  @Test
  void pagesInsideJson() {
    ErrorBody.Shortened shown =
        shortened(
            "{`message`:"
                + text(
                    "<html><head><title>502 Bad Gateway</title></head><body>"
                        + "<hr>".repeat(500)
                        + "<p>nginx</p></body></html>")
                + "}");
    assertThat(shown.value()).isEqualTo(Json.of("{\"message\":\"502 Bad Gateway\\nnginx\"}"));
  }

  private static String textOf(String body) {
    assertThat(body.length()).isGreaterThan(ErrorBody.SHOWN_UNCHANGED);
    ErrorBody.Shortened shown = ErrorBody.text(body);
    assertThat(shown.notice())
        .hasValueSatisfying(
            notice ->
                assertThat(notice)
                    .startsWith("The error body is shortened: ")
                    .contains(" characters are left out"));
    return shown.value().stringValue();
  }

  @Test
  void pagesBecomeTitleAndText() {
    String page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Error 1020 &amp; more</title>"
            + "<style>"
            + ".a{color:red}".repeat(900)
            + "</style><script>if (a < b) { x(\"</p>\"); }</script></head><body><!-- hidden -->"
            + "<h1>Access <b>denied</b></h1><p>The owner has\n   banned your&nbsp;address.</p>"
            + "<p>Ray&#32;ID: 7&#x41;</p><svg><text>drawn</text></svg></body></html>";
    assertThat(textOf(page))
        .isEqualTo(
            "Error 1020 & more\nAccess denied\nThe owner has banned your address.\nRay ID: 7A");
  }

  @Test
  void tracesInPagesAreLeftOut() {
    String page =
        "<html><body><h1>HTTP Status 500</h1><pre>"
            + JAVA_TRACE.replace("<", "&lt;")
            + "</pre></body></html>";
    assertThat(textOf(page))
        .isEqualTo(
            "HTTP Status 500\ncom.acme.NoSuchCardException: no such card\n"
                + "Caused by: java.sql.SQLException: locked");
  }

  @Test
  void xmlBecomesItsElementsWithText() {
    String fault =
        "<?xml version=\"1.0\"?>\n<soap:Envelope xmlns:soap=\"urn:s\"><soap:Body><soap:Fault>"
            + "<faultcode>soap:Client</faultcode><faultstring>Unknown &lt;card&gt;</faultstring>"
            + "<detail><e:code>E7</e:code><trace><![CDATA["
            + JAVA_TRACE
            + "]]></trace></detail></soap:Fault></soap:Body></soap:Envelope>";
    assertThat(textOf(fault))
        .isEqualTo(
            """
            faultcode: soap:Client
            faultstring: Unknown <card>
            code: E7
            trace: com.acme.NoSuchCardException: no such card
            Caused by: java.sql.SQLException: locked""");
  }

  @Test
  void plainTraces() {
    String frame =
        """
          File "/app/main.py", line 7, in get
            return cards[id]
                   ~~~~~^^^^
        """
            .indent(2);
    String python =
        "Traceback (most recent call last):\n" + frame.repeat(30) + "KeyError: 'card 7'\n";
    assertThat(textOf(python)).isEqualTo("Traceback (most recent call last):\nKeyError: 'card 7'");
    assertThat(textOf("A long text. ".repeat(500))).hasSize(2_000).startsWith("A long text. A");
  }

  @Test
  void jsonWithAnotherMediaType() {
    assertThat(textOf("{\"trace\":" + text(JAVA_TRACE) + ",\"message\":\"m\"}"))
        .isEqualTo("{\"message\":\"m\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>", "<!--", "<a", "&#x110000;<p>", "{\"a\":", "<script>", "<![CDATA[", "\n"})
  void brokenTextsAreBounded(String start) {
    assertThat(textOf(start + "<&\ud83d\ude00".repeat(40_000)).length()).isLessThanOrEqualTo(2_000);
  }

  /** Whatever the body: within the limit, valid, and every string is the API's own or its start. */
  @RepeatedTest(200)
  void anyBody(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    ObjectNode body = NODES.objectNode();
    for (int i = 0; i < 12; i++) {
      body.set("m" + i, any(random, 5));
    }
    ErrorBody.Shortened shown = ErrorBody.json(body);
    assertThat(JsonLength.of(shown.value())).isLessThanOrEqualTo(6_000);
    assertThat(Json.of(shown.value().toString())).isEqualTo(shown.value());
    List<String> all = strings(body, new ArrayList<>());
    for (String string : strings(shown.value(), new ArrayList<>())) {
      assertThat(all).anyMatch(original -> original.startsWith(string));
    }
    boolean whole = JsonLength.of(shown.value()) == JsonLength.of(body);
    assertThat(shown.notice().isEmpty()).isEqualTo(whole);
  }

  private static JsonNode any(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind == 1) {
      ObjectNode object = NODES.objectNode();
      List<String> names = List.of("message", "errors", "code", "stack", "x", "data", "detail");
      names
          .subList(0, random.nextInt(names.size()))
          .forEach(n -> object.set(n, any(random, depth - 1)));
      return object;
    } else if (kind == 2) {
      ArrayNode items = NODES.arrayNode();
      for (int i = random.nextInt(30); i > 0; i--) {
        items.add(any(random, depth - 1));
      }
      return items;
    }
    return random.nextBoolean()
        ? NODES.numberNode(random.nextInt())
        : NODES.stringNode(("s" + random.nextInt(100)).repeat(random.nextInt(1, 60)));
  }

  private static List<String> strings(JsonNode node, List<String> found) {
    if (node.isString()) {
      found.add(node.stringValue());
    }
    node.values().forEach(child -> strings(child, found));
    return found;
  }
}
