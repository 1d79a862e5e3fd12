package dev.dragoman.runtime.transport.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests and content codings (RFC 9110). */
class RepresentationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"a\"             | true",
        "W/\"a\"           | true",
        "\"b\", \"a\"      | true",
        "\"b\",W/\"a\"     | true",
        "*                 | true",
        "\"b\"             | false",
        "a                 | false",
        "\"A\"             | false",
        "\"a-gz\"          | false",
        "\"xa\"            | false",
        "''                | false",
      })
  void entityTags(String value, boolean matches) {
    assertThat(Representation.matches(List.of(value), "\"a\"")).isEqualTo(matches);
    assertThat(Representation.matches(List.of("\"z\"", value), "\"a\"")).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "gzip                    | true",
        "GZIP                    | true",
        "x-gzip                  | true",
        "deflate, gzip;q=0.5, br | true",
        "gzip ; q=1.000          | true",
        "gzip;q=0                | false",
        "gzip;q=0.000            | false",
        "identity                | false",
        "*                       | false",
        "br, zstd                | false",
        "gzipped                 | false",
        "''                      | false",
      })
  void codings(String value, boolean accepted) {
    assertThat(Representation.acceptsGzip(List.of(value))).isEqualTo(accepted);
    assertThat(Representation.acceptsGzip(List.of("br", value))).isEqualTo(accepted);
  }
}
