package dev.dragoman.runtime.tool.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the hits of a query share 880 bytes each; one that is only named takes 120. */
class HitSharesTest {
  private static List<Integer> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``             | ``              | ``              | 0
          100            | 500             | 500             | 1
          100            | 880             | 880             | 1
          100            | 2000            | 880             | 1
          2000           | 3000            | 2000            | 1
          5000           | 6000            | 4400            | 1
          100 100        | 200 3000        | 200 1560        | 2
          100 100        | 3000 200        | 1560 200        | 2
          100 100 100    | 900 900 900     | 880 880 880     | 3
          1500 100       | 1500 900        | 1500 260        | 2
          100 1660       | 900 1660        | 100 1660        | 2
          4000 400       | 4000 600        | 4000 400        | 2
          4000 401       | 4000 600        | 4000 0          | 1
          4000 300 300   | 4000 600 600    | 4000 0 0        | 1
          2000 2000 2000 | 2000 2000 2000  | 2000 2000 0     | 2
          """)
  void shortHitsLeaveTheirRestToLongOnes(String least, String wanted, String bytes, int described) {
    assertThat(HitShares.of(numbers(least), numbers(wanted)))
        .isEqualTo(new HitShares(numbers(bytes), described));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20})
  void theRoomIsNotExceededAndNoHitThatIsDescribedLacksWhatItNeeds(int hits) {
    Random random = new Random(hits);
    for (int round = 0; round < 500; round++) {
      List<Integer> least = random.ints(hits, 50, 1 + 4_000 / (1 + round % 5)).boxed().toList();
      List<Integer> wanted = least.stream().map(one -> one + random.nextInt(2_000)).toList();

      HitShares shares = HitShares.of(least, wanted);

      int total = shares.bytes().stream().mapToInt(Integer::intValue).sum();
      assertThat(total + 120 * (hits - shares.described()))
          .isLessThanOrEqualTo(Math.max(880 * hits, 4_400));
      assertThat(shares.described()).isPositive();
      // The first hit is described even if it needs more than there is.
      for (int i = shares.described() == 1 ? 1 : 0; i < shares.described(); i++) {
        assertThat(shares.bytes().get(i)).isBetween(least.get(i), wanted.get(i));
      }
    }
  }
}
