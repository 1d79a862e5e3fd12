package dev.dragoman.runtime.several;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ToolFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search in several APIs finds, for whom, and how tags and names limit it. */
class SeveralSearchTest {
  private static final Pattern HIT = Pattern.compile("(?m)^([a-z]+:[a-z_]+): [A-Z]+ /");
  private static final Pattern OTHERS =
      Pattern.compile("(?m)^Less likely \\(give vendor to search one API alone\\): (.*)$");

  @TempDir static Path folder;
  private static Apis apis;
  private static McpTool search;

  @BeforeAll
  static void open() {
    apis =
        SeveralFixture.apis(
            folder,
            """
            home: GET /lamps #Lights, POST /lamps #Lights, GET /doors #Doors
            shop: GET /lamps #lights, GET /orders #Orders
            plain: GET /lamps, GET /status""");
    search = SeveralTools.of(apis, null, new Metrics()).get(0);
  }

  private static String found(String ids, @Nullable String connection, String json) {
    CallToolResult result =
        ToolFixture.call(search, SeveralFixture.caller(ids, connection), json.replace('\'', '"'));
    String text = ToolFixture.text(result);
    return result.isError() ? text.substring(text.indexOf("\n- ") + 3) : hits(text);
  }

  private static String hits(String text) {
    List<String> hits = new ArrayList<>();
    Matcher hit = HIT.matcher(text);
    while (hit.find()) {
      hits.add(hit.group(1));
    }
    return String.join(" ", hits.stream().sorted().toList());
  }

  /** The ids of the hits in alphabetical order, or the problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          home shop plain |             | {'query':'lamps'}                        | home:get_lamps home:post_lamps plain:get_lamps shop:get_lamps
          home shop plain |             | {'query':'lamps','method':'post'}        | home:post_lamps
          home shop plain |             | {'query':'lamps','access':'write'}       | home:post_lamps
          home shop plain |             | {'query':'lamps','limit':1,'vendor':'plain'} | plain:get_lamps
          home shop plain |             | {'query':'lamps','vendor':'HOME'}        | home:get_lamps home:post_lamps
          home shop plain |             | {'query':'lamps','tag':'lights'}         | home:get_lamps home:post_lamps shop:get_lamps
          home shop plain |             | {'query':'lamps','tag':'LIGHTS'}         | home:get_lamps home:post_lamps shop:get_lamps
          home shop plain |             | {'query':'lamps','tag':'home:lights'}    | home:get_lamps home:post_lamps
          home shop plain |             | {'query':'lamps','tag':'Orders'}         | ``
          home shop plain |             | {'query':'lamps orders','tag':'Orders'}  | shop:get_orders
          home shop plain |             | {'query':'lamps','tag':'lamps'}          | No operation has this tag. The tags: home: "Lights" (2), "Doors" (1); shop: "Orders" (1), "lights" (1).
          home shop plain |             | {'query':'lamps','tag':'plain:lights'}   | No operation has this tag. The tags: home: "Lights" (2), "Doors" (1); shop: "Orders" (1), "lights" (1).
          home shop plain |             | {'query':'lamps','tag':'home:orders'}    | No operation has this tag. The tags: home: "Lights" (2), "Doors" (1); shop: "Orders" (1), "lights" (1).
          home shop plain |             | {'tag':'Lights'}                         | Give query (or queries) in words, or operation to describe one.
          home shop plain |             | {'query':'lamps','vendor':'all'}         | vendor must be one of: home, shop, plain.
          home shop plain | Lights      | {'query':'lamps doors'}                  | home:get_lamps home:post_lamps shop:get_lamps
          home shop plain | home:Lights | {'query':'lamps doors'}                  | home:get_lamps home:post_lamps
          home shop plain | Lights      | {'query':'lamps','tag':'lights'}         | home:get_lamps home:post_lamps shop:get_lamps
          home shop plain | Lights      | {'query':'lamps','tag':'home:lights'}    | home:get_lamps home:post_lamps
          home shop plain | Lights      | {'query':'lamps orders','tag':'Orders'}  | The URL of this connection limits it to the tag "Lights"; omit tag.
          home shop plain | home:Lights | {'query':'lamps','tag':'shop:lights'}    | The URL of this connection limits it to the tag "home:Lights"; omit tag.
          home shop plain | none        | {'query':'lamps'}                        | ``
          shop            |             | {'query':'lamps'}                        | shop:get_lamps
          shop plain      |             | {'query':'lamps','tag':'home:Lights'}    | ``
          shop            | Doors       | {'query':'lamps'}                        | ``
          """)
  void theApisOfTheCallerAreSearchedWithinItsTag(
      String ids, @Nullable String connection, String json, String expected) {
    assertThat(found(ids, connection, json)).isEqualTo(expected);
  }

  /** Which API a query is about is a guess: what loses it is not passed over in silence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home shop plain | {'query':'lamps doors','limit':1}           | shop:get_lamps, plain:get_lamps
          home shop       | {'query':'lamps doors','limit':1}           | shop:get_lamps
          home shop plain | {'query':'lamps doors in home','limit':1}   | -
          home shop plain | {'query':'lamps','limit':1,'vendor':'home'} | -
          home shop plain | {'query':'lamps'}                           | -
          home            | {'query':'lamps','limit':1}                 | -
          """)
  void whatASearchInEachApiAloneWouldFindIsNamed(String ids, String json, String expected) {
    String text =
        ToolFixture.text(
            ToolFixture.call(search, SeveralFixture.caller(ids, null), json.replace('\'', '"')));

    Matcher others = OTHERS.matcher(text);
    assertThat(others.find() ? others.group(1) : "-").isEqualTo(expected);
  }

  /** Each API says for itself whether its caller may run a hit. */
  @Test
  void anApiWithoutACallerIsNotSearchedAlone() {
    CallToolResult result =
        ToolFixture.call(
            search,
            SeveralFixture.caller("shop", null),
            "{\"query\": \"lamps\", \"vendor\": \"home\"}");

    assertThat(result.isError()).isTrue();
    assertThat(ToolFixture.text(result))
        .contains("no credential for the API home", "X-home-Api-Key")
        .doesNotContain("home:get_lamps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          get_orders       | shop:get_orders
          shop:get_orders  | shop:get_orders
          GET /orders      | shop:get_orders
          shop:GET /orders | shop:get_orders
          get_lamps        | -
          home:get_lamps   | home:get_lamps
          get_lamp         | -
          home:get_orders  | -
          Home:get_lamps   | -
          orders:get_orders | -
          ``               | -
          """)
  void anOperationIsKnownByEachOfItsNamesIfOneApiHasIt(String name, String id) {
    assertThat(apis.id(name).orElse("-")).isEqualTo(id);
  }
}
