package dev.dragoman.runtime.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Tools, results and questions as MCP writes them. */
class ToolJsonTest {

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.of(json);
  }

  private static ToolDescriptor tool(
      String schema, Optional<ObjectNode> output, Annotations hints) {
    return new ToolDescriptor("t", "T", "Does it.", object(schema), output, hints);
  }

  @Test
  void aDescriptorAsListed() {
    ToolDescriptor tool =
        tool(
            "{\"type\": \"object\", \"properties\": {}}",
            Optional.of(object("{\"type\": \"object\"}")),
            new Annotations(true, false, true, false));
    assertThat(ToolJson.descriptor(tool))
        .isEqualTo(
            Json.of(
                """
                {"name": "t", "title": "T", "description": "Does it.",
                 "inputSchema": {"type": "object", "properties": {}},
                 "outputSchema": {"type": "object"},
                 "annotations": {"title": "T", "readOnlyHint": true, "destructiveHint": false,
                   "idempotentHint": true, "openWorldHint": false}}
                """));
  }

  /** Each hint has its own member: a mistake here makes clients skip a confirmation. */
  @ParameterizedTest
  @CsvSource({
    "true,  false, false, false, readOnlyHint",
    "false, true,  false, false, destructiveHint",
    "false, false, true,  false, idempotentHint",
    "false, false, false, true,  openWorldHint"
  })
  void hints(boolean reads, boolean destroys, boolean repeats, boolean open, String only) {
    Annotations hints = new Annotations(reads, destroys, repeats, open);
    ObjectNode json = ToolJson.descriptor(tool("{\"type\": \"object\"}", Optional.empty(), hints));
    List<String> set = new ArrayList<>();
    json.path("annotations")
        .properties()
        .forEach(
            hint -> {
              if (hint.getValue().isBoolean() && hint.getValue().booleanValue()) {
                set.add(hint.getKey());
              }
            });
    assertThat(set).containsExactly(only);
    assertThat(json.has("outputSchema")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"type\": \"string\"}", "{\"type\": [\"object\"]}", "{\"type\": 1}"})
  void anInputSchemaIsThatOfAnObject(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ToolJson.descriptor(
                    tool(schema, Optional.empty(), new Annotations(true, false, true, false))))
        .withMessage("The input schema of tool t must have \"type\": \"object\".");
  }

  @Test
  void aDescriptorDoesNotShareItsSchemas() {
    ToolDescriptor tool =
        tool(
            "{\"type\": \"object\"}",
            Optional.of(object("{\"type\": \"object\"}")),
            new Annotations(true, false, true, false));
    ObjectNode json = ToolJson.descriptor(tool);
    ((ObjectNode) json.get("inputSchema")).put("changed", true);
    ((ObjectNode) json.get("outputSchema")).put("changed", true);
    assertThat(ToolJson.descriptor(tool).toString()).doesNotContain("changed");
  }

  @Test
  void invisibleTextOfADescriptorIsShown() {
    ToolDescriptor tool =
        new ToolDescriptor(
            "t",
            "a\nb\u200b",
            "a\nb\u202e",
            object("{\"type\": \"object\"}"),
            Optional.empty(),
            new Annotations(true, false, true, false));
    assertThat(tool.title()).isEqualTo("a b\\u200B");
    assertThat(tool.description()).as("keeps its lines").isEqualTo("a\nb\\u202E");
  }

  @Test
  void everyKindOfContent() {
    CallToolResult result =
        new CallToolResult(
            List.of(
                new Content.Text("a"),
                new Content.Image("AA==", "image/png"),
                new Content.Audio("AQ==", "audio/wav"),
                new Content.Blob("x:y", "Ag==", "application/zip")),
            Optional.of(object("{\"n\": 1}")),
            false);
    assertThat(ToolJson.result(result))
        .isEqualTo(
            Json.of(
                """
                {"content": [
                   {"type": "text", "text": "a"},
                   {"type": "image", "data": "AA==", "mimeType": "image/png"},
                   {"type": "audio", "data": "AQ==", "mimeType": "audio/wav"},
                   {"type": "resource", "resource":
                     {"uri": "x:y", "mimeType": "application/zip", "blob": "Ag=="}}],
                 "structuredContent": {"n": 1},
                 "isError": false}
                """));
  }

  @Test
  void anErrorIsAResultWithVisibleText() {
    assertThat(ToolJson.result(CallToolResult.error("no\u0000\nway")))
        .isEqualTo(
            Json.of(
                """
                {"content": [{"type": "text", "text": "no\\\\u0000\\nway"}], "isError": true}
                """));
    assertThat(CallToolResult.text("\u200b").content())
        .as("the API's text is not changed here")
        .containsExactly(new Content.Text("\u200b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                  | ''",
        "{\"elicitation\":{}}                                | ELICITATION",
        "{\"elicitation\":{\"form\":{}}}                     | ELICITATION",
        "{\"elicitation\":{\"form\":{},\"url\":{}}}          | ELICITATION",
        "{\"elicitation\":{\"url\":{}}}                      | ''",
        "{\"elicitation\":true}                              | ''",
        "{\"elicitation\":null}                              | ''",
        "{\"elicitation\":[]}                                | ''",
        "{\"sampling\":{}}                                   | SAMPLING",
        "{\"sampling\":{\"tools\":{}}}                       | SAMPLING",
        "{\"sampling\":\"yes\"}                              | ''",
        "{\"roots\":{\"listChanged\":true}}                  | ROOTS",
        "{\"roots\":{},\"sampling\":{},\"elicitation\":{}}   | ELICITATION SAMPLING ROOTS",
        "{\"Roots\":{}}                                      | ''",
        "{\"experimental\":{\"roots\":{}}}                   | ''",
        "[]                                                  | ''",
        "null                                                | ''",
        "\"roots\"                                           | ''"
      })
  void whatAClientDeclares(String capabilities, String expected) {
    assertThat(
            String.join(
                " ",
                ClientCapability.declaredIn(Json.of(capabilities)).stream()
                    .map(Enum::name)
                    .toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ClientCapability.class)
  void aCapabilityIsDeclaredAsItIsRead(ClientCapability capability) {
    Set<ClientCapability> one = Set.of(capability);
    assertThat(ClientCapability.declaredIn(ClientCapability.asCapabilities(one))).isEqualTo(one);
  }

  @Test
  void flagsAreDistinctBits() {
    int all = 0;
    for (ClientCapability capability : ClientCapability.values()) {
      assertThat(Integer.bitCount(capability.flag())).isEqualTo(1);
      assertThat(all & capability.flag()).isZero();
      all |= capability.flag();
    }
    assertThat(all).as("of one byte").isLessThan(128);
  }

  @ParameterizedTest
  @CsvSource({
    "ELICITATION, elicitation/create",
    "SAMPLING,    sampling/createMessage",
    "ROOTS,       roots/list"
  })
  void theMethodOfAQuestion(ClientCapability capability, String method) {
    assertThat(new InputRequest(capability, object("{\"a\": 1}")).json())
        .isEqualTo(object("{\"params\": {\"a\": 1}}").put("method", method));
  }

  @Test
  void aConfirmationIsAFormWithoutFields() {
    assertThat(InputRequest.confirmation("Really?\u200b").json())
        .isEqualTo(
            Json.of(
                """
                {"method": "elicitation/create", "params": {"message": "Really?\\\\u200B",
                  "requestedSchema": {"type": "object", "properties": {}}}}
                """));
  }

  private static InputRequest asks(ClientCapability capability) {
    return new InputRequest(capability, object("{}"));
  }

  @Test
  void whatACallNeedsFromItsClient() {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    requests.put("b", asks(ClientCapability.ROOTS));
    requests.put("a", asks(ClientCapability.ELICITATION));
    requests.put("c", asks(ClientCapability.ROOTS));
    InputRequired required = new InputRequired(requests, "s", "cannot");
    requests.clear();
    assertThat(required.requests().keySet()).as("in order").containsExactly("b", "a", "c");
    assertThat(required.features())
        .containsExactly(ClientCapability.ELICITATION, ClientCapability.ROOTS);
    assertThatThrownBy(() -> required.requests().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aCallThatNeedsNothingCannotWait() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InputRequired(Map.of(), "", ""))
        .withMessage("requests must not be empty");
  }

  @Test
  void anAnsweredClientKeepsItsCapabilities() {
    ClientInput input = ClientInput.of(Set.of(ClientCapability.ROOTS));
    Map<String, ObjectNode> replies = new HashMap<>(Map.of("a", object("{}")));
    ClientInput answered = input.answered(replies, "s");
    replies.clear();
    assertThat(answered.features()).containsExactly(ClientCapability.ROOTS);
    assertThat(answered.replies()).containsOnlyKeys("a");
    assertThat(answered.state()).hasValue("s");
    assertThat(input.state()).isEmpty();
    assertThat(new ToolCall(object("{}"), Caller.anonymous()).input())
        .isEqualTo(ClientInput.none());
    assertThat(ClientInput.none().features()).isEmpty();
  }

  @Test
  void missingScopesAreKeptAsTheyWere() {
    List<String> scopes = new ArrayList<>(List.of("a", "b"));
    InsufficientScopeException refusal = new InsufficientScopeException("no", scopes);
    scopes.clear();
    assertThat(refusal.scopes()).containsExactly("a", "b");
    assertThat(refusal).hasMessage("no");
  }
}
