package dev.dragoman.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of W3C Trace Context, section 3. */
class TraceContextTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  private static String state(String... values) {
    return TraceContext.of(List.of(PARENT), List.of(values)).state();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff",
        "  00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 ",
      })
  void validParentsStayAsTheyAre(String value) {
    TraceContext trace = TraceContext.of(List.of(value), List.of());
    assertThat(trace.parent()).isEqualTo(value.strip());
    assertThat(trace.traceId()).contains(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nX: y",
        "0x-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      })
  void malformedParentsAreIgnored(String value) {
    assertThat(TraceContext.of(List.of(value), List.of("a=1"))).isEqualTo(TraceContext.NONE);
  }

  @ParameterizedTest
  @CsvSource({"01, 01", "cc, 01", "fe-more, 01", "01-what-the.future-brings, 00"})
  void laterVersionsBecomeVersion00(String version, String flags) {
    String[] parts = version.split("-", 2);
    String value = parts[0] + "-" + TRACE + "-b7ad6b7169203331-" + flags;
    String longer = parts.length == 1 ? value : value + "-" + parts[1];
    assertThat(TraceContext.of(List.of(longer), List.of()).parent())
        .isEqualTo("00-" + TRACE + "-b7ad6b7169203331-" + flags);
  }

  @Test
  void severalOrVeryLongParentsAreNone() {
    assertThat(TraceContext.of(List.of(PARENT, PARENT), List.of()).isEmpty()).isTrue();
    String longer = PARENT.replaceFirst("00", "01") + "-" + "x".repeat(1000);
    assertThat(TraceContext.of(List.of(longer), List.of()).isEmpty()).isTrue();
    assertThat(TraceContext.of(List.of(), List.of("a=1"))).isEqualTo(TraceContext.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1                    | a=1
          a=1,b=2                | a=1,b=2
          a=1 ,  b=2             | a=1,b=2
          a=1,,b=2               | a=1,b=2
          rojo=00f067aa0ba902b7  | rojo=00f067aa0ba902b7
          0tenant@vendor=x y     | 0tenant@vendor=x y
          a_*/-z=!~              | a_*/-z=!~
          """)
  void validStates(String value, String handedOn) {
    assertThat(state(value)).isEqualTo(handedOn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a=", "=1", "A=1", "a=1=2", "a=1,a=2", "a=ü", "a=1,b", "a=\u0007", "0a=1"})
  void malformedStatesAreDropped(String value) {
    assertThat(state(value)).isEmpty();
  }

  @Test
  void headersAreJoinedAndMembersCounted() {
    assertThat(state("a=1", "b=2")).isEqualTo("a=1,b=2");
    assertThat(state(members(32, 3))).isNotEmpty();
    assertThat(state(members(33, 3))).isEmpty();
  }

  private static String members(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(number -> "k" + number + "=" + "x".repeat(length))
        .collect(Collectors.joining(","));
  }

  @Test
  void longOnesAreShortened() {
    String small = members(4, 100);
    assertThat(state("long=" + "y".repeat(200) + "," + small)).isEqualTo(small);
    assertThat(state(members(10, 100)))
        .hasSizeLessThanOrEqualTo(512)
        .startsWith("k0=")
        .doesNotContain("k9=");
    assertThat(state("a=" + "x".repeat(20_000))).isEmpty();
  }
}
