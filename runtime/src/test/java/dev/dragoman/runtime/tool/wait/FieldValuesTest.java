package dev.dragoman.runtime.tool.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.json.fields.FieldPath;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a field has an awaited value, and what is said of it. Apostrophes are quotation marks. */
class FieldValuesTest {
  private static FieldValues values(String path, String body) {
    return FieldValues.of(Json.of(body.replace('\'', '"')), FieldPath.of(path));
  }

  /** The awaited values have a comma between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          s      | {'s':'done'}                      | done,failed | true
          s      | {'s':'FAILED'}                    | done,failed | true
          s      | {'s':'doner'}                     | done        | false
          s      | {'s':'İ'}                         | i̇           | true
          s      | {'s':true}                        | true        | true
          s      | {'s':'true'}                      | true        | true
          s      | {'s':100}                         | 100         | true
          s      | {'s':100.0}                       | 100         | true
          s      | {'s':1e2}                         | 100         | true
          s      | {'s':100}                         | 100.0       | true
          s      | {'s':0}                           | -0          | true
          s      | {'s':100}                         | 100%        | false
          s      | {'s':100.1}                       | 100         | false
          s      | {'s':'100.0'}                     | 100         | false
          s      | {'s':1e999999}                    | 1           | false
          s      | {'s':null}                        | null        | true
          s      | {'s':null}                        | ``          | false
          s      | {'s':''}                          | ``          | true
          s      | {'s':''}                          | null        | false
          s      | {}                                | null        | false
          s      | {'s':{}}                          | {}          | false
          s      | {'s':[]}                          | done        | false
          s      | {'s':['done','done']}             | done        | true
          s      | {'s':['done','open']}             | done        | false
          j.s    | {'j':[{'s':'done'},{'s':'ok'}]}   | done,ok     | true
          j.s    | {'j':[{'s':'done'},{}]}           | done        | true
          j.1.s  | {'j':[{'s':'open'},{'s':'done'}]} | done        | true
          a.b    | {'a.b':'done','a':{'b':'open'}}   | done        | true
          /a/b   | {'a':{'b':'done'}}                | done        | true
          s      | 'done'                            | done        | false
          """)
  void everyValueHasToBeAmongTheAwaitedOnes(
      String path, String body, String awaited, boolean among) {
    assertThat(values(path, body).areAmong(List.of(awaited.split(",", -1)))).isEqualTo(among);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          s   | {'s':'queued'}                    | s is still "queued"
          s   | {'s':null}                        | s is still null
          s   | {}                                | s is not in the response
          s   | {'s':{'a':1}}                     | s is not in the response
          s   | {'s':[1,1]}                       | s is still 1
          s   | {'s':[1,2]}                       | s are still 1, 2
          s   | {'s':[1,2,3]}                     | s are still 1, 2, 3
          s   | {'s':[1,2,3,4,1]}                 | s are still 1, 2, 3 and others
          """)
  void theValuesAreShown(String path, String body, String shown) {
    assertThat(values(path, body).shown("still ")).isEqualTo(shown);
  }
}
