package dev.dragoman.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
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
    JsonNode details =
        json(
            "{'paging':{"
                + paging
                + "},'parameters':["
                + "{'in':'query','name':'page','argument':'page'},"
                + "{'in':'query','name':'after','argument':'after'},"
                + "{'in':'query','name':'PageToken','argument':'PageToken'},"
                + "{'in':'query','name':'q','argument':'q'}]}");
    NextPage next =
        new PageTurn(
                PageRule.of(details).orElseThrow(),
                (ObjectNode) json(arguments),
                sent == null ? null : json(sent),
                link == null ? List.of() : List.of(new Pair("link", link)),
                json(body))
            .next();
    if (next instanceof NextPage.Page page) {
      return page.arguments() + (page.body() == null ? "" : " " + page.body());
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
          {'data':[1],'m':{'next':'/v2/x?secret=1'}}                   | the API's URL of the next page has parameters that its document does not declare: secret
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
          """)
  void theLastItem(String body, String expected) {
    String rule = CURSOR.replace("'cursor'", "'lastItem'") + ",'field':'id'";
    assertThat(next(rule, "{}", null, null, body).replace('"', '\'')).isEqualTo(expected);
  }
}
