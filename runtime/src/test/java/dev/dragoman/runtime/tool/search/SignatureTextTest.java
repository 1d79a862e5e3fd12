package dev.dragoman.runtime.tool.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.ForeignText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
          a/json string(date-time)                             ~ 12 ~ a/json st…
          """)
  void signaturesAreCutBetweenMembers(String signature, int bytes, String cut) {
    assertThat(SignatureText.cut(signature, bytes)).isEqualTo(cut);
    assertThat(ForeignText.bytes(SignatureText.cut(signature, bytes))).isLessThanOrEqualTo(bytes);
  }

  @Test
  void whatShortHitsLeaveIsForTheLong() {
    int all = HitText.BUDGET;
    assertThat(HitText.shares(List.of(2 * all, 100, 300, 5 * all)))
        .containsExactly(
            4 * all - 400 - (4 * all - 400) / 2, 100, 300, 4 * all - 400 - (4 * all - 400) / 2);
    assertThat(HitText.shares(List.of(9_999, 9_999))).containsExactly(all, all);
    assertThat(HitText.shares(List.of())).isEmpty();
  }
}
