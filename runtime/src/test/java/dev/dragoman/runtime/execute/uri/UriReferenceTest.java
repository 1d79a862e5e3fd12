package dev.dragoman.runtime.execute.uri;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriReferenceTest {
  /** The examples of RFC 3986, sections 5.4.1 and 5.4.2, in their strict form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          g:h | g:h
          g | http://a/b/c/g
          ./g | http://a/b/c/g
          g/ | http://a/b/c/g/
          /g | http://a/g
          //g | http://g
          ?y | http://a/b/c/d;p?y
          g?y | http://a/b/c/g?y
          #s | http://a/b/c/d;p?q#s
          g#s | http://a/b/c/g#s
          g?y#s | http://a/b/c/g?y#s
          ;x | http://a/b/c/;x
          g;x | http://a/b/c/g;x
          g;x?y#s | http://a/b/c/g;x?y#s
          `` | http://a/b/c/d;p?q
          . | http://a/b/c/
          ./ | http://a/b/c/
          .. | http://a/b/
          ../ | http://a/b/
          ../g | http://a/b/g
          ../.. | http://a/
          ../../ | http://a/
          ../../g | http://a/g
          ../../../g | http://a/g
          ../../../../g | http://a/g
          /./g | http://a/g
          /../g | http://a/g
          g. | http://a/b/c/g.
          .g | http://a/b/c/.g
          g.. | http://a/b/c/g..
          ..g | http://a/b/c/..g
          ./../g | http://a/b/g
          ./g/. | http://a/b/c/g/
          g/./h | http://a/b/c/g/h
          g/../h | http://a/b/c/h
          g;x=1/./y | http://a/b/c/g;x=1/y
          g;x=1/../y | http://a/b/c/y
          g?y/./x | http://a/b/c/g?y/./x
          g?y/../x | http://a/b/c/g?y/../x
          g#s/./x | http://a/b/c/g#s/./x
          g#s/../x | http://a/b/c/g#s/../x
          http:g | http:g
          """)
  void theExamplesOfTheSpecification(String reference, String expected) {
    assertThat(UriReference.resolve(URI.create("http://a/b/c/d;p?q"), reference))
        .contains(URI.create(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          http://a          | g         | http://a/g
          http://a          | ?y        | http://a?y
          http://a          | ``        | http://a
          http://a          | ../g      | http://a/g
          http://a?q        | ``        | http://a?q
          http://a/b?q      | ?         | http://a/b?
          http://a:8080/b   | c         | http://a:8080/c
          http://a/b/       | c         | http://a/b/c
          http://a/b//c     | ../d      | http://a/b/d
          http://a/b        | //x:1/y/../z | http://x:1/z
          http://a/b        | https://x/a/./b | https://x/a/b
          http://a/b        | é?q=é     | http://a/%C3%A9?q=%C3%A9
          http://a/b        | c d?e f#g h | http://a/c%20d?e%20f#g%20h
          http://a/b        | <x>"{^}   | http://a/%3Cx%3E%22%7B%5E%7D
          http://a/b        | ?q=a%20b c | http://a/b?q=a%20b%20c
          http://a/b        | 東       | http://a/%E6%9D%B1
          """)
  void otherBasesAndReferences(String base, String reference, String expected) {
    assertThat(UriReference.resolve(URI.create(base), reference)).contains(URI.create(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[x",
        "//a b/",
        "mailto:",
        "1a:b",
        "::x::",
        "%zz",
        "/\\x",
        "http:\\\\x",
        "a[1]"
      })
  void whatIsNotAUri(String reference) {
    assertThat(UriReference.resolve(URI.create("http://a/b"), reference)).isEmpty();
  }
}
