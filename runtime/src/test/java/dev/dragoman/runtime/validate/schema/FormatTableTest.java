package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Formats, numbers and lists of values, up to their bounds. */
class FormatTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date      | 2024-02-29                    | true
          date      | 2023-02-29                    | false
          date      | 2026-13-01                    | false
          date      | 2026-1-1                      | false
          date      | 20260101                      | false
          date      | 2026-01-01T00:00:00Z          | false
          date-time | 2026-01-01T00:00:00Z          | true
          date-time | 2026-01-01t23:59:60z          | true
          date-time | 2026-01-01                    | true
          date-time | 2026-01-01 10:00:00,5 +0100   | true
          date-time | 2026-01-01T10:00+01           | true
          date-time | 2026-01-01T24:00:00Z          | false
          date-time | 2026-01-01T10:60:00Z          | false
          date-time | 2026-01-01T10                 | false
          date-time | 2026-01-01X10:00:00Z          | false
          date-time | 2026-02-30T10:00:00Z          | false
          date-time | 2026-01                       | false
          uuid      | 123E4567-E89B-12D3-A456-426614174000 | true
          uuid      | 123e4567e89b12d3a456426614174000 | true
          uuid      | {123e4567-e89b-12d3-a456-426614174000} | true
          uuid      | urn:uuid:123e4567-e89b-12d3-a456-426614174000 | true
          uuid      | 123e4567-e89b-12d3-a456-42661417400  | false
          uuid      | 123e4567-e89b-12d3-a456-4266141740000 | false
          uuid      | g23e4567-e89b-12d3-a456-426614174000 | false
          email     | a@b                           | true
          email     | a@b@c                         | false
          email     | a b@c                         | false
          email     | "a b"@c                       | true
          email     | Ann <a@b.example>             | true
          email     | @b                            | false
          email     | a@                            | false
          uri       | mailto:a@b                    | true
          uri       | /relative                     | true
          uri       | relative                      | false
          uri       | 1a://x                        | false
          uri       | URN:x:y                       | true
          url       | https://a.example             | true
          url       | a.example                     | false
          ipv4      | 0.0.0.0                       | true
          ipv4      | 255.255.255.255               | true
          ipv4      | 1.2.3                         | false
          ipv4      | 1.2.3.4.5                     | false
          ipv4      | 1.2.3.4.                      | false
          ipv4      | 1.2.3.256                     | false
          ipv4      | 10.0.0.0/24                   | true
          ipv4      | 10.0.0.0/                     | false
          ipv6      | 1:2:3:4:5:6:7:8               | true
          ipv6      | 1:2:3:4:5:6:7                 | false
          ipv6      | 1:2:3:4:5:6:7:8:9             | false
          ipv6      | 1:2:3:4:5:6:7::               | true
          ipv6      | ::2:3:4:5:6:7:8               | true
          ipv6      | 1::                           | true
          ipv6      | 1:2:3:4:5:6:1.2.3.4           | true
          ipv6      | 1:2:3:4:5:6:7:1.2.3.4         | false
          ipv6      | fd00::/8                      | true
          ipv6      | g::                           | false
          ipv6      | 1                             | false
          int32     | any text                      | true
          hostname  | not checked at all            | true
          """)
  void texts(String format, String text, boolean fits) {
    assertThat(
            FormatAssertions.of(format)
                .map(one -> one.fits(JsonNodeFactory.instance.stringNode(text)))
                .orElse(true))
        .isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "int32, 2147483647, true",
    "int32, 2147483648, false",
    "int32, -2147483648, true",
    "int32, -2147483649, false",
    "int32, 1.5, true",
    "int32, 1e9, true",
    "int32, 1e10, false",
    "int64, 9223372036854775807, true",
    "int64, 9223372036854775808, false",
    "int64, -9223372036854775808, true",
    "int64, -9223372036854775809, false",
    "int64, 1e999999999, false",
    "int32, true, true",
    "int32, null, true",
    "date, 5, true",
    "uuid, [1], true"
  })
  void otherValues(String format, String value, boolean fits) {
    assertThat(FormatAssertions.of(format).orElseThrow().fits(Json.of(value))).isEqualTo(fits);
  }

  /** Checking a longer text would cost more than it helps. */
  @ParameterizedTest
  @CsvSource({"10000, false", "10001, true"})
  void longTextsAreNotChecked(int length, boolean fits) {
    assertThat(FormatAssertions.DATE.fits(JsonNodeFactory.instance.stringNode("x".repeat(length))))
        .isEqualTo(fits);
  }

  /** A format that no value of the allowed length can have is not checked. */
  @ParameterizedTest
  @CsvSource({
    "uuid, 31, true",
    "uuid, 32, false",
    "date, 9, true",
    "date, 10, false",
    "date-time, 9, true",
    "date-time, 10, false",
    "email, 1, false"
  })
  void theLengthTakesPrecedence(String format, int maxLength, boolean passes) {
    String schema = "{'format':'" + format + "','maxLength':" + maxLength + "}";
    assertThat(problems(schema, "'x'").isEmpty()).isEqualTo(passes);
  }

  /** With exponents beyond a thousand, computing the remainder would take too long. */
  @ParameterizedTest
  @CsvSource({
    "10, 5, true",
    "10, 3, false",
    "-10, 5, true",
    "0, 7, true",
    "0.3, 0.1, true",
    "1e1000, 7, false",
    "1e1001, 3, true",
    "1e1000, 3, false",
    "1e-1000, 1, false",
    "1e-1001, 1, true",
    "1, 1e-1000, true"
  })
  void multiples(BigDecimal number, BigDecimal factor, boolean multiple) {
    assertThat(JsonNumbers.isMultiple(number, factor)).isEqualTo(multiple);
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "1.0, true",
    "1e2, true",
    "100e-2, true",
    "0.0, true",
    "-0, true",
    "1.5, false",
    "1e-1, false",
    "15e-1, false",
    "1e999999999, true",
    "1e-999999999, false",
    "true, false",
    "'\"1\"', false",
    "null, false"
  })
  void integers(String value, boolean integer) {
    assertThat(JsonNumbers.isInteger(Json.of(value))).isEqualTo(integer);
  }

  @Test
  void whatJsonCannotContainIsNotANumber() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(JsonNumbers.decimal(JsonNodeFactory.instance.numberNode(value))).isEmpty();
    }
    assertThat(JsonNumbers.decimal(JsonNodeFactory.instance.numberNode(0.5)))
        .contains(new BigDecimal("0.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.00, 0",
    "0e99, 0",
    "1, 1e0",
    "1.0, 1e0",
    "10, 1e1",
    "1e1, 1e1",
    "1200, 12e2",
    "0.012, 12e-3",
    "-0.5, -5e-1",
    "1e999999999, 1e999999999",
    "1e-999999999, 1e-999999999"
  })
  void equalNumbersHaveEqualText(BigDecimal number, String text) {
    assertThat(CanonicalJson.of(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, v0", "2, 'one of v0, v1'", "30, all", "31, more"})
  void thirtyValuesAreShown(int count, String shown) {
    String values =
        IntStream.range(0, count)
            .mapToObj(index -> "'v" + index + "'")
            .collect(Collectors.joining(","));
    String expected =
        switch (shown) {
          case "all" -> "one of " + values.replace("'", "").replace(",", ", ");
          case "more" ->
              "one of "
                  + values.replace("'", "").replace(",", ", ").replace(", v30", "")
                  + ", … (31 values)";
          default -> shown;
        };
    assertThat(problems("{'enum':[" + values + "]}", "'x'"))
        .containsExactly("v: expected " + expected + ", got \"x\"");
  }

  @Test
  void longTextsOfTheDocumentAreCut() {
    String long200 = "a".repeat(200);
    String shown = "v: expected " + long200;
    assertThat(problems("{'const':'" + long200 + "'}", "1")).containsExactly(shown + ", got 1");
    assertThat(problems("{'const':'" + long200 + "b'}", "1")).containsExactly(shown + "…, got 1");
    String long100 = "a".repeat(100);
    String match = "v: expected a match of the pattern " + long100;
    assertThat(problems("{'pattern':'" + long100 + "'}", "'b'"))
        .containsExactly(match + ", got \"b\"");
    assertThat(problems("{'pattern':'" + long100 + "a'}", "'b'"))
        .containsExactly(match + "…, got \"b\"");
  }

  @ParameterizedTest
  @CsvSource({"200, false", "201, true", "5000, true"})
  void longNamesAreCutInLocations(int length, boolean cut) {
    InstanceLocation location =
        InstanceLocation.of("body").member("n".repeat(length)).item(3).member("x");
    assertThat(location.toString())
        .isEqualTo("body/" + "n".repeat(Math.min(length, 200)) + (cut ? "…" : "") + "[3]/x");
  }

  private static List<String> problems(String schema, String value) {
    Validation validation = new Validation(Validation.Mode.REQUEST);
    new SchemaCache(reference -> Optional.empty())
        .reader("test")
        .read(Json.of(schema.replace('\'', '"')))
        .check(InstanceLocation.of("v"), Json.of(value.replace('\'', '"')), validation);
    return validation.problems().stream().map(ArgumentProblem::toString).toList();
  }
}
