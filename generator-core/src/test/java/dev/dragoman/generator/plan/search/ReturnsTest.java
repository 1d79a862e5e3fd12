package dev.dragoman.generator.plan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hit says about responses. */
class ReturnsTest {
  private static final String SCHEMAS =
      """
          Key: {type: string, readOnly: true}
          User: {type: object, properties: {avatar_url: {type: string}, login: {type: string}}}
          Base: {type: object, properties: {kind: {type: string}, id: {type: integer, readOnly: true}}}
          Issue:
            type: object
            properties:
              expand: {type: string, readOnly: true}
              secret: {type: string, writeOnly: true}
              id: {type: string, readOnly: true}
              key: {$ref: '#/components/schemas/Key'}
              fields: {type: object, additionalProperties: true}
              owner: {allOf: [{$ref: '#/components/schemas/User'}], readOnly: true}
              status: {type: [string, 'null'], readOnly: true}
          Cat: {type: object, required: [id], properties: {id: {type: string, readOnly: true}}}
          Dog: {type: object, properties: {name: {type: string, readOnly: true}}}
      """;

  @TempDir private Path folder;

  private String returns(String schema) throws IOException {
    String path =
        """
          /things/search:
            get:
              operationId: search
              responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}
        """
            .formatted(schema);
    return PlannedCards.of(folder, path, SCHEMAS).get("search").returns();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {$ref: '#/components/schemas/Issue'} ~ {id?: string, key?: string, status?: string|null, fields?: object, owner?: {login?: string, …}, expand?: string}
          {type: array, items: {$ref: '#/components/schemas/Cat'}} ~ {id: string}[]
          {type: array, items: {anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}} ~ ({id: string}|null)[]
          {type: object, properties: {total: {type: integer, readOnly: true}, issues: {type: array, readOnly: true, items: {$ref: '#/components/schemas/Cat'}}}} ~ {issues?: {id: string}[], total?: integer}
          {type: object, properties: {next: {type: string}, data: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}}} ~ {data?: {id: string}|null, next?: string}
          {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]} ~ {id: string}|{name?: string}
          {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {title: {type: string, readOnly: true}}}]} ~ {id?: integer, title?: string, kind?: string}
          {allOf: [{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}, {description: a}]} ~ {id: string}|{name?: string}
          {type: object, additionalProperties: {$ref: '#/components/schemas/Cat'}} ~ {[key]: {id: string}}
          {type: object, properties: {result: {type: object, properties: {rows: {type: array, items: {$ref: '#/components/schemas/Cat'}}}}}} ~ {result?: {rows?: {id: string}[]}}
          """)
  void readOnlyFieldsAreShownAndIdsComeFirst(String schema, String text) throws IOException {
    assertThat(returns(schema)).isEqualTo(text);
  }

  @Test
  void aBodyStillHasNoReadOnlyFields() throws IOException {
    String path =
        """
          /things:
            post:
              operationId: create
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/Issue'}}}
              responses:
                '204': {description: nothing}
                '202': {description: later, content: {'*/*': {schema: {$ref: '#/components/schemas/Cat'}}}}
        """;
    var card = PlannedCards.of(folder, path, SCHEMAS).get("create");
    assertThat(card.body())
        .contains("secret?: string", "fields?: object")
        .doesNotContain("id", "key", "owner");
    assertThat(card.returns()).isEqualTo("{id: string}");
  }

  /** Thirty fields before the ones that matter. */
  @Test
  void tellingFieldsComeBeforeTheRest() throws IOException {
    StringBuilder properties = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      properties.append("links_%d_url: {type: string}, other%d: {type: string}, ".formatted(i, i));
    }
    String schema =
        "{type: object, properties: {"
            + properties
            + "html_url: {type: string}, state: {type: string}, title: {type: string},"
            + " node_id: {type: string}, id: {type: integer}}}";
    assertThat(returns(schema))
        .startsWith("{id?: integer, title?: string, state?: string, html_url?: string, other0?: ")
        .endsWith(", …}")
        .hasSizeLessThan(240);
  }
}
