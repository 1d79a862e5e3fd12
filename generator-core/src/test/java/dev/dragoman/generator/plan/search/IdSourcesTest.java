package dev.dragoman.generator.plan.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.catalog.IdSource;
import dev.dragoman.runtime.catalog.OperationCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which field of which response the ids of paths come. */
class IdSourcesTest {
  private static final String LIST =
      """
        %s:
          get:
            operationId: list
            responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}
      """;
  private static final String ONE =
      """
        %s:
          parameters: [{name: '%s', in: path, required: true, schema: {type: %s}}]
          get:
            operationId: get
            responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          issues    ~ issue_number ~ integer ~ {type: array, items: {properties: {id: {type: integer}, number: {type: integer}}}} ~ number
          customers ~ customer     ~ string  ~ {properties: {data: {type: array, items: {properties: {id: {type: string}}}}, has_more: {type: boolean}}} ~ data.id
          issue     ~ issueIdOrKey ~ string  ~ {properties: {issues: {type: array, items: {properties: {key: {type: string}}}}, names: {type: object}}} ~ issues.key
          orgs      ~ org          ~ string  ~ {type: array, items: {properties: {id: {type: integer}, login: {type: string}}}} ~ login
          repos     ~ repo         ~ string  ~ {type: array, items: {properties: {id: {type: integer}, name: {type: string}}}} ~ name
          Messages  ~ Sid          ~ string  ~ {properties: {messages: {type: array, items: {properties: {body: {type: string}, sid: {type: string}}}}, uri: {type: string}}} ~ messages.sid
          tasks     ~ taskGid      ~ string  ~ {properties: {data: {type: array, items: {properties: {gid: {type: string}}}}}} ~ data.gid
          users     ~ id           ~ string  ~ {type: array, items: {properties: {user_id: {type: string}, name: {type: string}}}} ~ user_id
          repos     ~ owner        ~ string  ~ {type: array, items: {properties: {owner: {properties: {login: {type: string}}}}}} ~ owner.login
          batches   ~ batchId      ~ string  ~ {properties: {result: {properties: {batches: {type: array, items: {properties: {batch-id: {type: string}}}}, meta: {properties: {id: {type: string}}}}}}} ~ result.batches.batch-id
          invoices  ~ invoice_id   ~ string  ~ {properties: {Warnings: {type: array, items: {properties: {id: {type: string}}}}, Invoices: {type: array, items: {properties: {InvoiceID: {type: string}}}}}} ~ Invoices.InvoiceID
          Calls.json ~ Sid        ~ string  ~ {properties: {calls: {type: array, items: {properties: {sid: {type: string}}}}, uri: {type: string}}} ~ calls.sid
          colors    ~ color        ~ string  ~ {type: array, items: {type: string}} ~ ``
          """)
  void aPathIdIsAFieldOfItsCollection(
      String noun, String parameter, String type, String list, String field) throws IOException {
    String collection = "/" + noun.strip();
    String item = collection.replace(".json", "") + "/{" + parameter + "}";
    Map<String, OperationCard> cards =
        PlannedCards.of(
            folder,
            LIST.formatted(collection, list) + ONE.formatted(item, parameter, type, "{}"),
            "");
    assertThat(cards.get("get").idSources())
        .containsExactly(new IdSource("list", parameter, field));
    if (!field.isEmpty()) {
      List<String> names = List.of(field.split("\\."));
      assertThat(cards.get("list").returns()).contains(names.get(names.size() - 1) + "?: ");
    }
  }

  /** Other operations need the number of an issue, so that all that return an issue show it. */
  @Test
  void whatOtherOperationsNeedComesFirst() throws IOException {
    String issue =
        "{properties: {url: {type: string}, id: {type: integer}, title: {type: string},"
            + " number: {type: integer}}}";
    Map<String, OperationCard> cards =
        PlannedCards.of(
            folder,
            LIST.formatted("/issues", "{type: array, items: " + issue + "}")
                + ONE.formatted("/issues/{issue_number}", "issue_number", "integer", issue),
            "");
    assertThat(cards.get("list").returns())
        .isEqualTo("{number?: integer, id?: integer, title?: string, url?: string}[]");
    assertThat(cards.get("get").returns()).startsWith("{number?: integer, id?: integer, ");
  }

  @Test
  void severalIdsAreToldApart() throws IOException {
    String paths =
        """
          /orgs:
            get:
              operationId: orgs
              responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {properties: {slug: {type: string}}}}}}}}
          /orgs/{org}/teams:
            parameters: [{name: org, in: path, required: true, schema: {type: string}}]
            get:
              operationId: teams
              responses: {'200': {description: ok, content: {application/json: {schema: {properties: {teams: {type: array, items: {properties: {id: {type: integer}}}}}}}}}}
          /orgs/{org}/teams/{team_id}:
            parameters:
              - {name: org, in: path, required: true, schema: {type: string}}
              - {name: team_id, in: path, required: true, schema: {type: integer}}
            delete:
              operationId: remove
              responses: {'204': {description: gone}}
        """;
    assertThat(PlannedCards.of(folder, paths, "").get("remove").idSources())
        .containsExactly(
            new IdSource("teams", "team_id", "teams.id"), new IdSource("orgs", "org", "slug"));
  }
}
