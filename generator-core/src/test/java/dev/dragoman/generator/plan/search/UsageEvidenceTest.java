package dev.dragoman.generator.plan.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.catalog.OperationCard;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which optional arguments come first. */
class UsageEvidenceTest {
  @TempDir private Path folder;

  private OperationCard card(String operation) throws IOException {
    return PlannedCards.of(folder, "  /messages:\n    post: " + operation + "\n", "").get("send");
  }

  private static String body(String properties, String more) {
    return "{operationId: send, summary: Send it, requestBody: {required: true, content:"
        + " {application/json: {schema: {type: object, required: [To], properties: {"
        + properties
        + "}"
        + more
        + "}}}}, responses: {'204': {description: ok}}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          Callback: {type: string}, Z: {type: string, description: Required if A is omitted}                ~ {To: any, Z?: string, Callback?: string}
          Callback: {type: string}, Z: {type: string, description: 'Exactly one of Z, Y'}                  ~ {To: any, Z?: string, Callback?: string}
          Old: {type: string, deprecated: true}, Z: {type: string}                                          ~ {To: any, Z?: string, Old?: string}
          Old: {type: string, description: '[OBSOLETE] no effect.'}, Z: {type: string}                      ~ {To: any, Z?: string, Old?: string}
          Hint: {type: string}, Title: {type: string}, To: {type: integer}                                  ~ {To: integer, Title?: string, Hint?: string}
          StatusCallback: {type: string}, Z: {type: string}                                                 ~ {To: any, Z?: string, StatusCallback?: string}
          A: {type: string}, B: {type: string}                                                              ~ {To: any, A?: string, B?: string}
          """)
  void theDocumentSaysWhatIsUsed(String properties, String text) throws IOException {
    String shown = card(body(properties, "")).body().replaceFirst("application/json ", "");
    assertThat(
            shown.contains("To: any")
                ? "{To: any, " + shown.substring(1).replace(", To: any", "")
                : shown)
        .isEqualTo(text);
  }

  @Test
  void whatAnAlternativeRequiresComesFirst() throws IOException {
    assertThat(
            card(body(
                    "To: {type: string}, Callback: {type: string}, Media: {type: string}",
                    ", anyOf: [{required: [Media]}, {required: [Text]}]"))
                .body())
        .startsWith("application/json {To: string, Media?: string, Callback?: string}");
  }

  @Test
  void examplesShowWhatIsUsed() throws IOException {
    String operation =
        """
        {operationId: send, requestBody: {content: {application/json: {
          schema: {type: object, required: [To], properties: {Callback: {type: string},
            Rare: {type: string}, To: {type: string}, From: {type: string}, Words: {type: string}}},
          examples: {a: {value: {To: a, Words: b, From: c}}, b: {value: {To: a, Words: b, From: c}},
            c: {value: {To: a, Words: d, Rare: c}}}}}}, responses: {'204': {description: ok}}}
        """;
    assertThat(card(operation.replace("\n", " ")).body())
        .isEqualTo(
            "application/json (optional) {To: string, From?: string, Words?: string, Rare?: string,"
                + " Callback?: string}");
  }

  /** More required fields than fit, and than were counted before: none is left out. */
  @Test
  void noRequiredFieldIsLeftOut() throws IOException {
    StringBuilder properties = new StringBuilder("To: {type: string}");
    StringBuilder required = new StringBuilder("To");
    for (int i = 0; i < 90; i++) {
      properties.append(", wanted" + i + ": {type: string}");
      required.append(", wanted").append(i);
    }
    String operation =
        body(properties.toString(), "").replace("required: [To]", "required: [" + required + "]");
    assertThat(card(operation).body()).contains("wanted0: string", "wanted89: string}");
  }

  @Test
  void queryParametersAreOrderedTheSameWay() throws IOException {
    String parameters =
        "{operationId: send, description: 'Filter with `team_id`.', parameters: ["
            + "{name: pretty, in: query, deprecated: true, schema: {type: boolean}},"
            + "{name: debug, in: query, schema: {type: boolean}},"
            + "{name: team_id, in: query, schema: {type: string}},"
            + "{name: status, in: query, description: Required if team_id is missing,"
            + " schema: {type: string}}], responses: {'204': {description: ok}}}";
    assertThat(card(parameters).parameters())
        .isEqualTo("status?: string, team_id?: string, debug?: boolean, pretty?: boolean");
  }
}
