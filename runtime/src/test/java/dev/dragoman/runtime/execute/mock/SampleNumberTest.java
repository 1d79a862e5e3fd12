package dev.dragoman.runtime.execute.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SampleNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integer | {}                                              | 1
          integer | {"minimum":1.5}                                 | 2
          integer | {"maximum":0.5}                                 | 0
          integer | {"maximum":-1.5}                                | -2
          integer | {"exclusiveMaximum":-1.5}                       | -2
          integer | {"exclusiveMaximum":-1}                         | -2
          integer | {"exclusiveMinimum":1.5}                        | 2
          integer | {"exclusiveMinimum":1,"maximum":2}              | 2
          integer | {"maximum":-3,"multipleOf":5}                   | -5
          integer | {"maximum":3,"multipleOf":5}                    | 0
          integer | {"minimum":3,"maximum":9,"multipleOf":5}        | 5
          integer | {"minimum":-9,"maximum":-3,"multipleOf":5}      | -5
          integer | {"minimum":2,"multipleOf":1.5}                  | 3
          integer | {"minimum":2,"multipleOf":0.5}                  | 2
          integer | {"minimum":10,"exclusiveMinimum":5}             | 10
          integer | {"minimum":5,"exclusiveMinimum":10}             | 11
          integer | {"maximum":-10,"exclusiveMaximum":-5}           | -10
          integer | {"maximum":0,"exclusiveMaximum":true}           | -1
          integer | {"exclusiveMinimum":true}                       | 1
          integer | {"multipleOf":0}                                | 1
          integer | {"multipleOf":-2}                               | 1
          integer | {"minimum":9223372036854775808}                 | 9223372036854775808
          number  | {}                                              | 1
          number  | {"minimum":1.5}                                 | 1.5
          number  | {"maximum":-1.5}                                | -1.5
          number  | {"exclusiveMinimum":0,"exclusiveMaximum":0.5}   | 0.25
          number  | {"exclusiveMaximum":-1}                         | -2
          number  | {"exclusiveMinimum":1,"maximum":1.5}            | 1.25
          number  | {"maximum":0.7,"multipleOf":0.25}               | 0.50
          number  | {"exclusiveMaximum":0.5,"multipleOf":0.25}      | 0.25
          number  | {"minimum":0.3,"multipleOf":0.25}               | 1.00
          number  | {"minimum":1,"exclusiveMaximum":true,"maximum":2} | 1
          number  | {"minimum":"5"}                                 | 1
          """)
  void theNumberIsWithinItsBounds(String type, String schema, BigDecimal expected) {
    JsonNode sample = SampleNumber.of(Json.of(schema), type.equals("integer"));
    assertThat(sample.decimalValue()).isEqualByComparingTo(expected);
    assertThat(sample.isIntegralNumber() || type.equals("number")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"minimum":5,"maximum":4}
          {"minimum":6,"maximum":9,"multipleOf":5}
          {"exclusiveMinimum":1,"exclusiveMaximum":2}
          {"maximum":1e399,"minimum":-1e399,"multipleOf":1e-399}
          {"minimum":1e999999999}
          """)
  void boundsThatNoNumberMeetsStillHaveASample(String schema) {
    assertThat(SampleNumber.of(Json.of(schema), true).isIntegralNumber()).isTrue();
    assertThat(SampleNumber.of(Json.of(schema), false).isNumber()).isTrue();
  }
}
