package dev.dragoman.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of the next page, for each way in which pages follow each other. */
class PageTurnTest {
  private static final String PAGE =
      "'kind':'page','in':'query','parameter':'page','argument':'page','items':'data'";
  private static final String OFFSET =
      "'kind':'offset','in':'query','parameter':'skip','argument':'skip','items':'data'";
  private static final String CURSOR =
      "'kind':'cursor','in':'query','parameter':'after','argument':'after','items':'data'";

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  private static String next(
      String paging, String arguments, String sent, String link, String body) {
    PageRequest made =
        new PageRequest(
            (ObjectNode) json(arguments), sent == null ? null : json(sent), "", "/v2/x", "");
    return next(paging, made, link, body);
  }

  private static String next(String paging, PageRequest made, String link, String body) {
    JsonNode details =
        json(
            "{'paging':{"
                + paging
                + "},'parameters':["
                + "{'in':'query','name':'page','argument':'page'},"
                + "{'in':'query','name':'after','argument':'after'},"
                + "{'in':'query','name':'PageToken','argument':'PageToken'},"
                + "{'in':'query','name':'q','argument':'q'},"
                + "{'in':'query','name':'filter','argument':'filter'}]}");
    NextPage next =
        new PageTurn(
                PageRule.of(details).orElseThrow(),
                made,
                link == null ? List.of() : List.of(new Pair("link", link)),
                json(body),
                new ReservedNames(Set.of("Org_Id", "k")))
            .next();
    if (next instanceof NextPage.Page page) {
      return page.arguments()
          + (page.body() == null ? "" : " " + page.body())
          + (page.more().isEmpty() ? "" : " " + page.more());
    }
    return next instanceof NextPage.Unreachable more ? more.reason() : "none";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          {}                | {'data':[1]}                      | {'page':2}
          {'page':7}        | {'data':[1]}                      | {'page':8}
          {'page':'7'}      | {'data':[1]}                      | {'page':8}
          {'page':7}        | {'data':[]}                       | none
          {'page':7}        | {'data':{'error':'no such page'}} | none
          {'page':7}        | {'data':'none'}                   | none
          {'page':7}        | {'data':[1],'has_more':false}     | none
          {'page':7}        | {'data':[1],'isLast':true}        | none
          {'page':'x'}      | {'data':[1]}                      | the value of page is not a number
          {'page':2,'q':'a'}| {'data':[1]}                      | {'page':3,'q':'a'}
          """)
  void pages(String arguments, String body, String expected) {
    assertThat(next(PAGE, arguments, null, null, body)).isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ''                           | {}          | {'data':[1,2]}             | {'skip':2}
          ''                           | {'skip':4}  | {'data':[1,2]}             | {'skip':6}
          ,'total':'n'                 | {'skip':4}  | {'data':[1,2],'n':6}       | none
          ,'total':'n'                 | {'skip':4}  | {'data':[1,2],'n':7}       | {'skip':6}
          ,'first':1                   | {}          | {'data':[1,2]}             | {'skip':3}
          ,'first':1,'total':'n'       | {'skip':3}  | {'data':[1,2],'n':4}       | none
          ,'last':'m.done'             | {}          | {'data':[1],'m':{'done':true}} | none
          """)
  void offsets(String more, String arguments, String body, String expected) {
    String rule = OFFSET + (more.equals("''") ? "" : more);
    assertThat(next(rule, arguments, null, null, body)).isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'data':[1],'m':{'next':'abc'}}                              | {'after':'abc'}
          {'data':[],'m':{'next':'abc'}}                               | {'after':'abc'}
          {'data':[1],'m':{'next':17}}                                 | {'after':17}
          {'data':[1],'m':{'next':null}}                               | none
          {'data':[1],'m':{'next':''}}                                 | none
          {'data':[1],'m':{'next':'x','has_more':false}}               | none
          {'data':[1],'m':{'next':'https://other.test/x?after=%2Fa&z=1'}} | {'after':'/a'}
          {'data':[1],'m':{'next':'/v2/x?PageToken=PA7'}}              | {'PageToken':'PA7'}
          {'data':[1],'m':{'next':'/v2/x?secret=1'}}                   | the API's URL of the next page differs in parameters that are never taken from a URL: secret
          """)
  void cursors(String body, String expected) {
    String given = next(CURSOR + ",'field':'m.next'", "{}", null, null, body);
    assertThat(given.replace('"', '\'')).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <https://x.test/?page=3>; rel="next"                       | {'page':'3'}
          <https://x.test/?page=1>; rel="prev"                       | none
          <https://x.test/?page=3&q=a&q=b>; rel="next"               | {'page':'3'}
          """)
  void linksComeFirst(String link, String expected) {
    assertThat(next(PAGE, "{}", null, link, "{'data':[1]}").replace('"', '\'')).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          -                       | {} {'page':{'after':'c'}}
          {'q':1}                 | {} {'q':1,'page':{'after':'c'}}
          {'page':{'after':'b'}}  | {} {'page':{'after':'c'}}
          """)
  void aPositionInTheBody(String sent, String expected) {
    String rule =
        "'kind':'cursor','in':'body','parameter':'page.after','field':'next','items':'data'";
    assertThat(next(rule, "{}", sent, null, "{'data':[1],'next':'c'}").replace('"', '\''))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'data':[{'id':'a'},{'id':'b'}],'has_more':true}   | {'after':'b'}
          {'data':[{'id':'a'},{'id':'b'}],'has_more':false}  | none
          {'data':[],'has_more':true}                        | none
          {'data':{'a':{'id':'a'}}}                          | none
          {'data':{}}                                        | none
          {'data':[{'name':'a'}]}                            | none
          {'data':['a']}                                     | none
          {'data':null}                                      | none
          {}                                                 | none
          []                                                 | none
          """)
  void theLastItem(String body, String expected) {
    String rule = CURSOR.replace("'cursor'", "'lastItem'") + ",'field':'id'";
    assertThat(next(rule, "{}", null, null, body).replace('"', '\'')).isEqualTo(expected);
  }

  /** A URL is never followed: its path must be that of the request, and only its query is read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ?$token=a                                   | {'q':'b'} $token=a
          https://api.test/v2/x?$token=a%2Fb+c        | {'q':'b'} $token=a%2Fb+c
          https://api.test:8/gate/way/v2/x?$token=a   | {'q':'b'} $token=a
          //other.test/v2/x?$token=a                  | {'q':'b'} $token=a
          /v2/x/?$token=a#top                         | {'q':'b'} $token=a
          /v2/%78?$token=a                            | {'q':'b'} $token=a
          ?q=c&$token=a                               | {'q':'c'} $token=a
          ?q=b&$token=a&z=1&$token=d                  | {'q':'b'} $token=a&z=1&$token=d
          ?token={a b}&flag                           | {'q':'b'} token=%7Ba%20b%7D&flag
          ?filter[x]=1&token=a                        | {'q':'b'} token=a
          ?page=2&access_token=t                      | {'q':'b','page':'2'}
          /v3/x?page=2&token=a                        | {'q':'b','page':'2'}
          ?q=b                                        | the API's URL of the next page is that of this page
          ?q=b&fixed=1                                | the API's URL of the next page is that of this page
          /v2/x?k=1&Access-Token=2&filter=3           | {'q':'b','filter':'3'}
          /v2/x?k=1&Access-Token=2&org_id=3           | the API's URL of the next page differs in parameters that are never taken from a URL: Access-Token, k, org_id
          /v2/x?where[org_id]=3&_method=DELETE        | the API's URL of the next page differs in parameters that are never taken from a URL: _method, where[org_id]
          /v2/x?where={"org_id":3}&X-Amz-Signature=s  | the API's URL of the next page differs in parameters that are never taken from a URL: X-Amz-Signature, where
          /v2/x/7?token=a                             | the API's URL of the next page has another path, and parameters that its document does not declare: token
          https://other.test/?token=a&after=          | the API's URL of the next page has another path, and parameters that its document does not declare: token
          https://other.test?token=a                  | the API's URL of the next page has another path, and parameters that its document does not declare: token
          """)
  void urls(String url, String expected) {
    PageRequest made =
        new PageRequest((ObjectNode) json("{'q':'b'}"), null, "", "/v2/x", "q=b&fixed=1");
    String link = "<" + url + ">; rel=\"next\"";
    assertThat(next(PAGE, made, link, "{'data':[1]}").replace('"', '\''))
        .isEqualTo(expected.replace('"', '\''));
  }

  /** What a URL has added to the query stays, is replaced by the next URL, and ends at the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /v2/x?token=b            | {'q':'b'} token=b
          /v2/x?token=b&other=1    | {'q':'b'} token=b&other=1
          /v2/x?token=a            | the API's URL of the next page is that of this page
          /v2/x?q=b                | the API's URL of the next page is that of this page
          """)
  void urlsAfterAUrl(String url, String expected) {
    PageRequest made =
        new PageRequest((ObjectNode) json("{'q':'b'}"), null, "token=a", "/v2/x", "q=b&token=a");

    assertThat(next(PAGE, made, "<" + url + ">; rel=\"next\"", "{'data':[1]}").replace('"', '\''))
        .isEqualTo(expected);
    assertThat(next(PAGE, made, null, "{'data':[1]}").replace('"', '\''))
        .isEqualTo("{'q':'b','page':2} token=a");
  }

  /** Pages by number of an operation that is called with a body. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          -                   | {'data':[1]}            | {} {'page':{'no':2}}
          {'page':{'no':4}}   | {'data':[1],'':9}       | {} {'page':{'no':5}}
          {'page':{'no':'4'}} | {'data':[1]}            | {} {'page':{'no':5}}
          {'page':{'no':null}}| {'data':[1]}            | {} {'page':{'no':2}}
          {'page':{'no':-1}}  | {'data':[1]}            | the value of page.no is not a number
          {'page':4}          | {'data':[1]}            | {} {'page':{'no':2}}
          {'page':{'no':4}}   | {'data':[]}             | none
          -                   | {'data':[1],'':9}       | {} {'page':{'no':2}}
          """)
  void aNumberInTheBody(String sent, String body, String expected) {
    String rule = "'kind':'page','in':'body','parameter':'page.no','items':'data'";
    assertThat(next(rule, "{}", sent, null, body).replace('"', '\'')).isEqualTo(expected);
  }

  @Test
  void withoutAPlaceForItAValueLeadsNowhere() {
    String value = "{'data':[1],'next':'abc','':'b'}";
    assertThat(next("'kind':'url','items':'data','field':'next'", "{}", null, null, value))
        .isEqualTo("no parameter takes the value for the next page");
    assertThat(next("'kind':'url','items':'data'", "{}", null, null, value)).isEqualTo("none");
    assertThat(next("'kind':'page','items':'data'", "{}", null, null, value)).isEqualTo("none");
    assertThat(next("'kind':'link','items':'data'", "{}", null, null, value)).isEqualTo("none");
  }

  @Test
  void aUrlThatIsTooLong() {
    String link = "<?token=" + "a".repeat(PageTurn.MOST_QUERY) + ">; rel=\"next\"";

    assertThat(next(PAGE, "{}", null, link, "{'data':[1]}"))
        .isEqualTo("the API's URL of the next page is too long");
  }
}
