package dev.dragoman.generator.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.LiveApi;
import dev.dragoman.generator.testing.LiveSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In mock mode, a caller sees what it has created, changed and deleted; lists have pages. */
class MockStateTest {
  @TempDir static Path folder;
  private static LiveApi api;
  private LiveSession server;

  @BeforeAll
  static void build() throws IOException {
    api = LiveApi.build(MockShop.DOCUMENT, folder);
  }

  @AfterAll
  static void forget() {
    api = null;
  }

  @BeforeEach
  void start() throws IOException {
    server = api.stdio(Map.of(), "--mock");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private JsonNode call(String operation, String arguments, String body) {
    String call =
        "{\"operation\":\"%s\",\"arguments\":%s%s}"
            .formatted(operation, arguments, body.isEmpty() ? "" : ",\"body\":" + body);
    String text = server.call("execute", call);
    assertThat(text).startsWith("{");
    return JsonMapper.shared().readTree(text);
  }

  private JsonNode body(String operation, String arguments, String body) {
    JsonNode envelope = call(operation, arguments, body);
    assertThat(envelope.path("status").asInt()).as(envelope.toString()).isBetween(200, 299);
    assertThat(envelope.has("notes")).as(envelope.toString()).isFalse();
    return envelope.path("body");
  }

  private int status(String operation, String arguments) {
    return call(operation, arguments, "").path("status").asInt();
  }

  @Test
  void anItemLivesFromItsCreationToItsDeletion() {
    JsonNode created =
        call("createThing", "{}", "{\"name\":\"lamp\",\"owner\":\"ada\",\"size\":7}");
    JsonNode thing = created.path("body");
    String id = thing.path("id").asString();
    assertThat(created.path("status").asInt()).isEqualTo(201);
    assertThat(created.path("headers").path("location").asString()).isEqualTo("/things/" + id);
    assertThat(thing.path("name").asString()).isEqualTo("lamp");
    assertThat(thing.path("owner").path("login").asString()).isEqualTo("ada");
    String at = "{\"thing_id\":" + id + "}";
    assertThat(body("getThing", at, "")).isEqualTo(thing);
    assertThat(body("listThings", "{}", "").path(0)).isEqualTo(thing);

    JsonNode updated = body("updateThing", at, "{\"color\":\"blue\"}");
    assertThat(updated.path("color").asString()).isEqualTo("blue");
    assertThat(updated.path("name").asString()).isEqualTo("lamp");
    assertThat(body("getThing", at, "")).isEqualTo(updated);

    JsonNode replaced = body("replaceThing", at, "{\"name\":\"desk\"}");
    assertThat(replaced.path("name").asString()).isEqualTo("desk");
    assertThat(replaced.path("id").asString()).isEqualTo(id);
    assertThat(replaced.path("color").asString()).isEqualTo("red");

    JsonNode deleted = call("deleteThing", at, "");
    assertThat(deleted.path("status").asInt()).isEqualTo(204);
    assertThat(deleted.has("body")).isFalse();
    JsonNode missing = call("getThing", at, "");
    assertThat(missing.path("status").asInt()).isEqualTo(404);
    assertThat(missing.path("body").path("title").asString()).isEqualTo("Not Found");
    assertThat(status("updateThing", at)).isEqualTo(404);
    assertThat(status("deleteThing", at)).isEqualTo(404);
    assertThat(status("listComments", at)).isEqualTo(404);
    assertThat(ids(body("listThings", "{}", ""), "id")).doesNotContain(id);
  }

  @Test
  void formsCreateAndUpdate() {
    JsonNode created =
        body(
            "createCustomer",
            "{}",
            "{\"name\":\"Jenny\",\"email\":\"j@example.com\",\"balance\":250,\"address\":{\"city\":\"Rome\"}}");
    assertThat(created.path("balance").isNumber()).isTrue();
    assertThat(created.path("balance").asInt()).isEqualTo(250);
    assertThat(created.path("address").path("city").asString()).isEqualTo("Rome");
    String id = created.path("id").asString();
    assertThat(id).startsWith("cus_").isNotEqualTo("cus_NffrFeUfNV2Hib");
    String at = "{\"customer\":\"" + id + "\"}";
    assertThat(body("updateCustomer", at, "{\"name\":\"Jen\"}").path("email").asString())
        .isEqualTo("j@example.com");
    assertThat(body("getCustomer", at, "").path("name").asString()).isEqualTo("Jen");
    assertThat(body("listCustomers", "{\"email\":\"j@example.com\"}", "").path("data")).hasSize(1);
    assertThat(body("deleteCustomer", at, "").path("id").asString()).isEqualTo(id);
    assertThat(status("getCustomer", at)).isEqualTo(404);
  }

  @Test
  void namesAreSpelledAsInTheResponse() {
    String account = "\"AccountSid\":\"AC1\"";
    JsonNode created =
        body("CreateMessage", "{" + account + "}", "{\"To\":\"+12025550100\",\"Body\":\"hi\"}");
    String sid = created.path("sid").asString();
    assertThat(sid).matches("SM[0-9a-f]{32}");
    assertThat(created.path("body").asString()).isEqualTo("hi");
    String at = "{" + account + ",\"Sid\":\"" + sid + "\"}";
    assertThat(body("FetchMessage", at, "")).isEqualTo(created);
    body("UpdateMessage", at, "{\"Status\":\"delivered\"}");
    assertThat(body("FetchMessage", at, "").path("status").asString()).isEqualTo("delivered");
    assertThat(
            body("ListMessage", "{" + account + "}", "")
                .path("messages")
                .path(0)
                .path("sid")
                .asString())
        .isEqualTo(sid);
  }

  @Test
  void theFirstItemsOfAListCanBeReadChangedAndDeleted() {
    List<String> ids = ids(body("listThings", "{}", ""), "id");
    assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    JsonNode third = body("listThings", "{}", "").path(2);
    String at = "{\"thing_id\":" + ids.get(2) + "}";
    assertThat(body("getThing", at, "")).isEqualTo(third);
    assertThat(third.path("url").asString()).endsWith("/things/" + ids.get(2));
    body("updateThing", at, "{\"color\":\"green\"}");
    JsonNode changed = body("listThings", "{}", "").path(2);
    assertThat(changed.path("color").asString()).isEqualTo("green");
    assertThat(changed.path("name")).isEqualTo(third.path("name"));
    call("deleteThing", at, "");
    assertThat(ids(body("listThings", "{}", ""), "id")).hasSize(24).doesNotContain(ids.get(2));
  }

  @Test
  void anIdThatTheMockNeverMadeGetsTheSample() {
    JsonNode thing = body("getThing", "{\"thing_id\":777}", "");
    assertThat(thing.path("id").asInt()).isEqualTo(777);
    assertThat(thing.path("color").asString()).isEqualTo("red");
    assertThat(body("getCustomer", "{\"customer\":\"cus_x\"}", "").path("id").asString())
        .isEqualTo("cus_x");
    body("updateThing", "{\"thing_id\":777}", "{\"color\":\"pink\"}");
    assertThat(body("getThing", "{\"thing_id\":777}", "").path("color").asString())
        .isEqualTo("pink");
    assertThat(body("getThing", "{\"thing_id\":778}", "").path("color").asString())
        .isEqualTo("red");
  }

  @Test
  void listsBelowAnItem() {
    String at = "{\"thing_id\":5}";
    int before = body("listLabels", at, "").size();
    JsonNode labels = body("addLabels", at, "{\"labels\":[\"bug\",\"ui\"]}");
    assertThat(ids(labels, "name")).contains("bug", "ui").hasSize(before + 2);
    assertThat(body("listLabels", at, "")).isEqualTo(labels);
    assertThat(ids(body("getThing", at, "").path("labels"), "name")).contains("bug", "ui");
    assertThat(ids(body("listLabels", "{\"thing_id\":6}", ""), "name")).doesNotContain("bug");
    call("removeLabel", "{\"thing_id\":5,\"name\":\"bug\"}", "");
    assertThat(ids(body("listLabels", at, ""), "name")).contains("ui").doesNotContain("bug");
    call("clearLabels", at, "");
    assertThat(body("listLabels", at, "")).isEmpty();

    JsonNode comment = body("addComment", at, "{\"text\":\"well done\"}");
    JsonNode comments = body("listComments", at, "");
    assertThat(comments.path("comments").path(0)).isEqualTo(comment);
    assertThat(comments.path("total").asInt()).isEqualTo(comments.path("comments").size());
    String id = "{\"comment_id\":" + comment.path("id") + "}";
    assertThat(body("getComment", id, "").path("text").asString()).isEqualTo("well done");

    String fresh =
        "{\"thing_id\":" + body("createThing", "{}", "{\"name\":\"n\"}").path("id") + "}";
    assertThat(body("listComments", fresh, "").path("comments")).isEmpty();
  }

  @Test
  void whatExistsOnceKeepsItsValues() {
    String at = "{\"thing_id\":5}";
    assertThat(body("getProtection", at, "").path("reviewers").asInt()).isEqualTo(1);
    body("setProtection", at, "{\"strict\":false,\"reviewers\":3}");
    assertThat(body("getProtection", at, "")).hasToString("{\"strict\":false,\"reviewers\":3}");
    assertThat(body("getProtection", "{\"thing_id\":6}", "").path("reviewers").asInt())
        .isEqualTo(1);
    call("dropProtection", at, "");
    assertThat(status("getProtection", at)).isEqualTo(404);
    body("setProtection", at, "{\"strict\":true,\"reviewers\":2}");
    assertThat(body("getProtection", at, "").path("reviewers").asInt()).isEqualTo(2);
  }

  @Test
  void anItemIsFoundByEachOfItsIds() {
    JsonNode created = body("createProject", "{}", "{\"name\":\"Apollo\"}");
    assertThat(created.propertyNames()).containsExactly("id", "key");
    for (String name : List.of("id", "key")) {
      String at = "{\"projectIdOrKey\":\"" + created.path(name).asString() + "\"}";
      JsonNode project = body("getProject", at, "");
      assertThat(project.path("name").asString()).isEqualTo("Apollo");
      assertThat(project.path("id")).isEqualTo(created.path("id"));
    }
  }

  @Test
  void actionsRemainSamples() {
    JsonNode closed = body("closeThing", "{\"thing_id\":5}", "");
    assertThat(closed.path("color").asString()).isEqualTo("red");
    assertThat(status("getThing", "{\"thing_id\":5}")).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "listThings, per_page, 10, page, '', id",
    "listCustomers, limit, 7, starting_after, data, id",
    "listProjects, maxResults, 9, startAt, values, id",
    "listEvents, limit, 6, cursor, items, id",
    "listContacts, limit, 8, after, results, id",
    "listOrders, size, 12, pageNo, content, id",
    "ListMessage, PageSize, 11, PageToken, messages, sid"
  })
  void pagesFollowEachOther(
      String operation, String size, int items, String parameter, String member, String id) {
    List<String> seen = new ArrayList<>();
    String account = operation.equals("ListMessage") ? ",\"AccountSid\":\"AC1\"" : "";
    String arguments = "{\"" + size + "\":" + items + account + "}";
    int pages = 0;
    while (!arguments.isEmpty()) {
      JsonNode envelope = call(operation, arguments, "");
      assertThat(envelope.has("notes")).as(envelope.toString()).isFalse();
      JsonNode body = envelope.path("body");
      JsonNode list = member.isEmpty() ? body : body.path(member);
      assertThat(list.size()).isLessThanOrEqualTo(items);
      seen.addAll(ids(list, id));
      String next = next(envelope, list, parameter, id, seen.size());
      arguments =
          next.isEmpty()
              ? ""
              : "{\"" + size + "\":" + items + account + ",\"" + parameter + "\":" + next + "}";
      pages++;
    }
    assertThat(pages).isEqualTo((24 + items) / items);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  /** The next value of the paging parameter as a client takes it from the response. */
  private static String next(
      JsonNode envelope, JsonNode list, String parameter, String id, int seen) {
    JsonNode body = envelope.path("body");
    return switch (parameter) {
      case "page" ->
          envelope.path("headers").path("link").asString("").contains("rel=\"next\"")
              ? after(envelope.path("headers").path("link").asString(""), "[?&]page=(\\d+)")
              : "";
      case "starting_after" ->
          body.path("has_more").asBoolean() ? list.path(list.size() - 1).path(id).toString() : "";
      case "startAt" -> {
        assertThat(body.path("total").asInt()).isEqualTo(25);
        assertThat(body.path("startAt").asInt()).isEqualTo(seen - list.size());
        assertThat(body.path("isLast").asBoolean()).isEqualTo(!body.has("nextPage"));
        yield body.path("isLast").asBoolean() ? "" : String.valueOf(seen);
      }
      case "cursor" ->
          body.path("meta").has("next_cursor")
              ? body.path("meta").path("next_cursor").toString()
              : "";
      case "after" -> {
        JsonNode following = body.path("paging").path("next");
        assertThat(
                following.isMissingNode() || following.path("link").asString().contains("after="))
            .isTrue();
        yield following.isMissingNode() ? "" : following.path("after").toString();
      }
      case "pageNo" -> {
        assertThat(body.path("totalElements").asInt()).isEqualTo(25);
        int pages = body.path("totalPages").asInt();
        assertThat(pages).isEqualTo(3);
        yield body.path("last").asBoolean() ? "" : String.valueOf((seen + 11) / 12);
      }
      default ->
          body.path("next_page_uri").isNull()
              ? ""
              : "\"" + after(body.path("next_page_uri").asString(), "PageToken=([^&]+)") + "\"";
    };
  }

  private static String after(String text, String pattern) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  @Test
  void pagesThatTheBodySelects() {
    List<String> seen = new ArrayList<>();
    JsonNode page = body("queryPages", "{}", "{\"page_size\":9}");
    seen.addAll(ids(page.path("results"), "id"));
    while (page.path("has_more").asBoolean()) {
      String next = page.path("next_cursor").toString();
      page = body("queryPages", "{}", "{\"page_size\":9,\"start_cursor\":" + next + "}");
      seen.addAll(ids(page.path("results"), "id"));
    }
    assertThat(page.path("next_cursor").isNull()).isTrue();
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "listCustomers, '{\"starting_after\":\"cus_elsewhere\"}'",
    "listEvents, '{\"cursor\":\"elsewhere\"}'",
    "listEvents, '{\"cursor\":\"mock-x\"}'",
    "ListMessage, '{\"AccountSid\":\"AC1\",\"PageToken\":\"elsewhere\"}'"
  })
  void aPageFromElsewhereIsRefused(String operation, String arguments) {
    JsonNode refused = call(operation, arguments, "");
    assertThat(refused.path("status").asInt()).isEqualTo(400);
    assertThat(refused.path("body").path("detail").asString()).contains("is not one that");
  }

  @Test
  void aFilterFindsWhatWasMade() {
    assertThat(body("listThings", "{\"color\":\"mauve\"}", "")).hasSize(1);
    body("createThing", "{}", "{\"name\":\"a\",\"color\":\"mauve\"}");
    body("createThing", "{}", "{\"name\":\"b\",\"color\":\"black\"}");
    JsonNode mauve = body("listThings", "{\"color\":\"mauve\"}", "");
    assertThat(ids(mauve, "name")).containsExactly("a");
    assertThat(body("listThings", "{\"color\":\"gold\"}", "")).isEmpty();
  }

  @Test
  void theMockSaysThatItIsOne() {
    String text =
        server.call("execute", "{\"operation\":\"getThing\",\"arguments\":{\"thing_id\":1}}");
    assertThat(text).startsWith("{\"mock\":true,\"status\":200,");
    String missing = "{\"operation\":\"deleteThing\",\"arguments\":{\"thing_id\":1}}";
    assertThat(server.call("execute", missing)).startsWith("{\"mock\":true,\"status\":204");
  }

  private static List<String> ids(JsonNode list, String name) {
    return list.valueStream().map(item -> item.path(name).asString("")).toList();
  }
}
