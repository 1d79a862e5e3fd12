package dev.dragoman.runtime.tool.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.ForeignText;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          owner: string, page?: integer                        ~ 40 ~ owner: string, page?: integer
          owner: string, page?: integer, sort?: a|b            ~ 38 ~ owner: string, page?: integer, …
          at: {x: integer, y: integer}, page?: integer         ~ 36 ~ at: {x: integer, y: integer}, …
          a/json {id: string, at?: {x: integer, y: integer}, z?: any} ~ 40 ~ a/json {id: string, …}
          a/json (optional) {id: string, name?: string, z?: integer}  ~ 54 ~ a/json (optional) {id: string, name?: string, …}
          a/json {at: {x: integer, y?: integer}[], z?: any, z2?: any, z3?: any} ~ 54 ~ a/json {at: {x: integer, y?: integer}[], z?: any, …}
          a/json {at: {x: integer, yes?: integer, no?: integer}[](1..)} ~ 54 ~ a/json {at: {x: integer, yes?: integer, …}[](1..)}
          a/json {p: string(/^a, b?: {3}$/), q?: string, r?: string} ~ 51 ~ a/json {p: string(/^a, b?: {3}$/), q?: string, …}
          a/json {a: "x, y?: {z"|b, q?: string, r?: string, s?: any}   ~ 45 ~ a/json {a: "x, y?: {z"|b, q?: string, …}
          a/json {a?: string, b?: string} & ({a: any}|{b: any})   ~ 46 ~ a/json {a?: string, …} & ({a: any}|{b: any})
          a/json string(date-time)                             ~ 12 ~ a/json st…
          """)
  void signaturesAreCutBetweenMembers(String signature, int bytes, String cut) {
    String text =
        signature.startsWith("a/json ")
            ? SignatureText.body(signature, bytes)
            : SignatureText.parameters(signature, bytes);
    assertThat(text).isEqualTo(cut);
    assertThat(ForeignText.bytes(text)).isLessThanOrEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {id: integer, number: integer, title: string}[]          ~ 40 ~ {id: integer, number: integer, …}[]
          {data: {id: string, name: string}[], has_more: boolean}  ~ 50 ~ {data: {id: string, name: string}[], …}
          {data: {id: string, name: string}[], has_more: boolean}  ~ 34 ~ {data: {id: string, …}[], …}
          {id: integer}|{code: string}                             ~ 22 ~ {id: integer}|{…}
          string(date-time)                                        ~ 10 ~ string(…
          """)
  void responsesLoseTheirLastMembers(String signature, int bytes, String cut) {
    assertThat(SignatureText.response(signature, bytes)).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a: string, b?: integer                             ~ a: string, …
          a?: string                                         ~ …
          a: {b: integer, c?: {d: string}}, e: string|null   ~ a: {b: integer, …}, e: string|null
          a: string, …                                       ~ a: string, …
          """)
  void requiredParametersRemain(String signature, String required) {
    assertThat(SignatureText.requiredParameters(signature)).isEqualTo(required);
  }

  /** Nothing that a document can contain leads to an endless loop or an exception. */
  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "{{{{", "a: {b", "a: \"b", "a: string(/", ", , ,", "…", "a: }, b"})
  void oddSignaturesAreNoTrouble(String signature) {
    for (int bytes = 0; bytes < 20; bytes++) {
      assertThat(SignatureText.parameters(signature, bytes)).isNotNull();
      assertThat(SignatureText.body(signature, bytes)).isNotNull();
      assertThat(SignatureText.response(signature, bytes)).isNotNull();
    }
  }

  @Test
  void whatShortHitsLeaveIsForTheLong() {
    int all = HitText.BUDGET;
    int half = (4 * all - 400) / 2;
    assertThat(shares(2 * all, 100, 300, 5 * all)).containsExactly(half, 100, 300, half);
    assertThat(shares(9_999, 9_999)).containsExactly(all, all);
    assertThat(shares()).isEmpty();
  }

  @Test
  void aHitGetsWhatItNeedsAndOthersAreOnlyNamed() {
    int all = HitText.BUDGET;
    HitShares needy = HitShares.of(List.of(2 * all, 100), List.of(3 * all, 3 * all));
    assertThat(needy.described()).isEqualTo(2);
    assertThat(needy.bytes().get(0)).isEqualTo(2 * all);
    HitShares huge = HitShares.of(List.of(4 * all, 3 * all, 10), List.of(9 * all, 9 * all, 10));
    assertThat(huge.described()).isEqualTo(1);
    assertThat(huge.bytes().get(0)).isBetween(4 * all, 5 * all);
    HitShares beyond = HitShares.of(List.of(9 * all), List.of(9 * all));
    assertThat(beyond.bytes()).containsExactly(5 * all);
  }

  private static List<Integer> shares(Integer... wanted) {
    return HitShares.of(Collections.nCopies(wanted.length, 0), List.of(wanted)).bytes();
  }
}
