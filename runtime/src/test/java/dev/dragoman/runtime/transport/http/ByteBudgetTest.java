package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the memory for request bodies is divided, and how a body grows in it. */
class ByteBudgetTest {
  private static final int KB = 1024;
  private static final int SMALL = ByteBudget.SMALL;

  @ParameterizedTest
  @CsvSource({"500, true", "501, false", "1000, false", "1001, false"})
  void oneSenderGetsHalf(int kilobytes, boolean taken) {
    ByteBudget budget = new ByteBudget(1000 * KB);
    assertThat(budget.share("a").take(kilobytes * KB)).isEqualTo(taken);
  }

  @Test
  void twoSendersGetAThirdEach() {
    ByteBudget budget = new ByteBudget(900 * KB);
    ByteBudget.Share one = budget.share("a");
    ByteBudget.Share other = budget.share("b");
    assertThat(one.take(300 * KB)).isTrue();
    assertThat(other.take(300 * KB)).isTrue();
    assertThat(one.take(SMALL + 1)).as("more than remains free").isFalse();
    assertThat(other.take(SMALL + 1)).isFalse();
    assertThat(budget.share("c").take(150 * KB)).as("half of the rest").isTrue();
  }

  @Test
  void theBodiesOfOneSenderAreCountedTogether() {
    ByteBudget budget = new ByteBudget(1000 * KB);
    assertThat(budget.share("a").take(300 * KB)).isTrue();
    assertThat(budget.share("a").take(201 * KB)).isFalse();
    assertThat(budget.share(new String("a")).take(200 * KB)).as("compared by equals").isTrue();
  }

  @Test
  void aSmallBodyIsTakenBesideLargeOnesOfItsSender() {
    ByteBudget budget = new ByteBudget(1000 * KB);
    assertThat(budget.share("a").take(500 * KB)).isTrue();
    ByteBudget.Share small = budget.share("a");
    assertThat(small.take(SMALL)).isTrue();
    assertThat(small.take(1)).as("no longer small").isFalse();
  }

  @Test
  void evenASmallBodyNeedsMemoryThatIsThere() {
    ByteBudget budget = new ByteBudget(SMALL);
    assertThat(budget.share("a").take(SMALL)).isTrue();
    assertThat(budget.share("b").take(1)).isFalse();
  }

  @Test
  void aRefusedReservationTakesNothing() {
    ByteBudget budget = new ByteBudget(100 * KB);
    ByteBudget.Share share = budget.share("a");
    assertThat(share.take(51 * KB)).isFalse();
    assertThat(share.take(50 * KB)).isTrue();
  }

  @Test
  void closingGivesEverythingBackOnce() {
    ByteBudget budget = new ByteBudget(100 * KB);
    ByteBudget.Share share = budget.share("a");
    assertThat(share.take(30 * KB)).isTrue();
    assertThat(share.take(20 * KB)).isTrue();
    share.close();
    share.close();
    assertThat(budget.share("b").take(51 * KB)).as("not given back twice").isFalse();
    assertThat(budget.share("b").take(50 * KB)).isTrue();
    assertThat(share.take(1)).as("after closing").isFalse();
  }

  @Test
  void closingOneBodyKeepsTheSendersOthers() {
    ByteBudget budget = new ByteBudget(100 * KB);
    ByteBudget.Share one = budget.share("a");
    ByteBudget.Share other = budget.share("a");
    assertThat(one.take(20 * KB)).isTrue();
    assertThat(other.take(30 * KB)).isTrue();
    one.close();
    assertThat(budget.share("a").take(21 * KB)).isFalse();
    assertThat(budget.share("a").take(20 * KB)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "8191", "8192", "8193", "24576", "24577", "100000"})
  void aBodyComesBackAsItArrived(int length) {
    BodyBlocks blocks = new BodyBlocks(1_000_000, new ByteBudget(10_000_000).share("a"));
    byte[] body = new byte[length];
    for (int i = 0; i < length; i++) {
      body[i] = (byte) (i * 31);
    }
    for (int from = 0; from < length; from += 7_001) {
      byte[] part = Arrays.copyOfRange(body, from, Math.min(length, from + 7_001));
      assertThat(blocks.append(ByteBuffer.wrap(part))).isTrue();
      Arrays.fill(part, (byte) 0);
    }
    assertThat(blocks.size()).isEqualTo(length);
    assertThat(blocks.remove()).isEqualTo(body);
  }

  /** A client that announces a megabyte and sends a byte holds a block, not a megabyte. */
  @Test
  void memoryIsTakenAsBytesArrive() {
    ByteBudget budget = new ByteBudget(100 * KB);
    BodyBlocks blocks = new BodyBlocks(90 * KB, budget.share("a"));
    assertThat(blocks.append(ByteBuffer.allocate(1))).isTrue();
    assertThat(budget.share("b").take((100 * KB - SMALL) / 2)).isTrue();
  }

  @Test
  void theLastBlockIsNoLongerThanTheBody() {
    ByteBudget budget = new ByteBudget(20);
    assertThat(new BodyBlocks(10, budget.share("a")).append(ByteBuffer.allocate(10))).isTrue();
    assertThat(budget.share("b").take(10)).isTrue();
    assertThat(budget.share("c").take(1)).isFalse();
  }

  @Test
  void aBodyStopsGrowingWhenThereIsNoMemory() {
    BodyBlocks blocks = new BodyBlocks(100 * KB, new ByteBudget(2 * SMALL).share("a"));
    assertThat(blocks.append(ByteBuffer.allocate(SMALL))).isTrue();
    assertThat(blocks.append(ByteBuffer.allocate(1))).isFalse();
    assertThat(blocks.size()).isEqualTo(SMALL);
  }

  @Test
  void whatArrivesAfterDiscardingIsDropped() {
    BodyBlocks blocks = new BodyBlocks(100, new ByteBudget(1000).share("a"));
    blocks.append(ByteBuffer.wrap(new byte[] {1, 2}));
    blocks.discard();
    assertThat(blocks.append(ByteBuffer.wrap(new byte[] {3}))).isTrue();
    assertThat(blocks.remove()).doesNotContain(3);
  }
}
