package dev.dragoman.runtime.execute.mock.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=1&b=2                 | b    | 2
          a=1                     | b    | none
          a=1&a=2                 | a    | 2
          a=b=c                   | a    | b=c
          a=%F0%9F%98%80+x%2B     | a    | 😀 x+
          page%5Bsize%5D=3        | page[size] | 3
          a=                      | a    | ``
          a                       | a    | ``
          a=%zz                   | a    | %zz
          =1                      | a    | none
          ``                      | a    | none
          """)
  void aFieldHasItsLastValue(String query, String name, String value) {
    assertThat(Query.of(query).get(name).orElse("none")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                          | page | 2    | page=2
          page=1                      | page | 2    | page=2
          size=5&page=1&color=red     | page | 2    | size=5&page=2&color=red
          size=5                      | page | 2    | size=5&page=2
          tag=a&tag=b                 | page | 2    | tag=a&tag=b&page=2
          page=1&page=7&a=1           | page | 2    | page=2&a=1
          archived&page=1             | page | 2    | archived&page=2
          q=a%2Fb+c%26d               | page | 2    | q=a%2Fb+c%26d&page=2
          page%5Bafter%5D=x           | page[after] | y | page%5Bafter%5D=y
          a=1                         | b c  | ü&=+ | a=1&b%20c=%C3%BC%26%3D%2B
          """)
  void theNextPageIsTheSameQueryWithAnotherValue(
      String query, String name, String value, String expected) {
    assertThat(Query.of(query).with(name, value).raw()).isEqualTo(expected);
  }
}
