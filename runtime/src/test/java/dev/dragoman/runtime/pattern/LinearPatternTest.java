package dev.dragoman.runtime.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.dragoman.runtime.limit.WorkLimit;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which patterns are used, and that the rest costs next to nothing. */
class LinearPatternTest {
  private static PatternMatch find(String source, String text) {
    return LinearPattern.of(source).find(text, WorkLimit.standard());
  }

  static String[] large() {
    return new String[] {
      "((a{0,500}){0,500})",
      "((a{0,500}){0,500}){0,500}",
      "(((a{1,9}){1,9}){1,9}){1,9}",
      "(a{2}b{501}){2}",
      "((?:x{40})+){40}",
      "(([a-z]{100}|[0-9]{2}){11})",
      "(((a?){30}){30}){30}",
      "((((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2}){2})",
      "(\\pL{500}){500}",
      "(?i)((straße{0,100}){0,100})",
      "(?:(?P<n>a{999}){2})",
      "a{1001}",
      "a{5,1001}",
      alternation(30, "(a{1,1000})"),
      "(" + "ab".repeat(2_000) + "){1000}",
      "(" + "[^a-z0-9]".repeat(500) + "){0,900}",
      "\\p{Greek}".repeat(900),
      "(?i)" + "[\\x{100}-\\x{10FFFE}]".repeat(400),
      "(".repeat(4_000) + "a" + ")".repeat(4_000),
      "(?:".repeat(300) + "a" + ")?".repeat(300),
      "a".repeat(10_001),
    };
  }

  private static String alternation(int branches, String branch) {
    return IntStream.range(0, branches)
        .mapToObj(number -> number + branch)
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @MethodSource("large")
  @Timeout(20)
  void whatWouldBecomeTooLargeIsNotUsed(String source) {
    assertThat(LinearPattern.refusal(source)).isPresent();
    assertThat(find(source, "a")).isEqualTo(PatternMatch.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ^[a-z]{1,1000}$ ~ abc ~ FOUND
          ^(a{10}){100}$ ~ a ~ ABSENT
          ^(a{0,31}){0,32}$ ~ aaa ~ FOUND
          ^([a-z0-9]{1,63}[.]){1,10}[a-z]{2,63}$ ~ api.example.com ~ FOUND
          ^(a{500}|b{500}|c{500})?$ ~ x ~ ABSENT
          a{,2} ~ a{,2} ~ FOUND
          ^[]{5000}]$ ~ 5 ~ FOUND
          ^[[:alpha:]{]{2}$ ~ a{ ~ FOUND
          \\Qa{5000}\\E ~ a{5000} ~ FOUND
          ^a\\{5000}$ ~ a{5000} ~ FOUND
          ^\\x{1F600}$ ~ 😀 ~ FOUND
          ^\\p{Greek}+$ ~ αβγ ~ FOUND
          ^\\u0041$ ~ A ~ FOUND
          /^ab$/i ~ AB ~ FOUND
          (?=a)b ~ b ~ UNDECIDED
          (a)\\1 ~ aa ~ UNDECIDED
          ( ~ ( ~ UNDECIDED
          """)
  void theRestIsMatched(String source, String text, PatternMatch expected) {
    assertThat(find(source, text)).isEqualTo(expected);
  }

  /** White space and control characters are those of ECMA-262, not those of RE2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ^\\s$ ~ {00a0} ~ FOUND
          ^\\s$ ~ {000b} ~ FOUND
          ^\\s$ ~ {0020} ~ FOUND
          ^\\s$ ~ {200a} ~ FOUND
          ^\\s$ ~ {200b} ~ ABSENT
          ^\\S$ ~ {3000} ~ ABSENT
          ^\\S$ ~ 😀 ~ FOUND
          ^\\S$ ~ {0009} ~ ABSENT
          ^[\\s,-]+$ ~ {2028},- ~ FOUND
          ^[\\s-.]+$ ~ {2029}-. ~ FOUND
          ^[\\S-.]+$ ~ a-. ~ FOUND
          ^[^\\s]$ ~ {feff} ~ ABSENT
          ^[^\\S]$ ~ {feff} ~ FOUND
          ^[]\\s]$ ~ {1680} ~ FOUND
          ^[^]\\s]$ ~ ] ~ ABSENT
          ^[[:alpha:]\\s]+$ ~ a{202f} ~ FOUND
          ^[[\\s]+$ ~ [{202f} ~ FOUND
          ^\\[\\s\\]$ ~ [{205f}] ~ FOUND
          ^\\\\s$ ~ \\s ~ FOUND
          ^\\Q\\s\\E$ ~ \\s ~ FOUND
          ^\\cA\\cj$ ~ {0001}{000a} ~ FOUND
          ^[\\cA]$ ~ c ~ ABSENT
          """)
  void escapesAreThoseOfEcmaScript(String source, String text, PatternMatch expected) {
    String characters =
        java.util.regex.Pattern.compile("\\{([0-9a-f]{4})}")
            .matcher(text)
            .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    assertThat(find(source, characters)).isEqualTo(expected);
  }

  @Test
  void aLongPatternStaysUsableWithManySpaces() {
    String source = "^" + "\\s*x".repeat(300) + "$";
    assertThat(find(source, "\u00a0x".repeat(300))).isEqualTo(PatternMatch.FOUND);
  }

  /** The estimate bounds what the engine compiles, whatever the expression. */
  @Test
  void noProgramIsLargerThanItsEstimate() {
    String[] parts = {
      "a",
      "b",
      "é",
      ".",
      "\\d",
      "\\pL",
      "[a-f]",
      "[^x]",
      "(",
      "(?:",
      "(?i:",
      ")",
      "|",
      "*",
      "+",
      "?",
      "{3}",
      "{0,4}",
      "{2,}",
      "{,2}",
      "{0}",
      "^",
      "$",
      "\\b",
      "\\Qx+\\E",
      "[[:alpha:]]"
    };
    Random random = new Random(20261126);
    int compiled = 0;
    for (int count = 0; count < 60_000; count++) {
      StringBuilder source = new StringBuilder();
      for (int part = random.nextInt(1, 14); part > 0; part--) {
        source.append(parts[random.nextInt(parts.length)]);
      }
      int size;
      try {
        size = Pattern.compile(source.toString()).programSize();
      } catch (PatternSyntaxException invalid) {
        continue;
      }
      compiled++;
      assertThat(PatternSize.of(source.toString(), false).program() + 3)
          .as(source.toString())
          .isGreaterThanOrEqualTo(size);
    }
    assertThat(compiled).isGreaterThan(5_000);
  }

  @Test
  void matchingIsPaidForByTextAndProgram() {
    LinearPattern pattern = LinearPattern.of("^(?:[ab]{1,900}c){1}$");
    String text = "ab".repeat(2_000_000);
    assertThat(pattern.find(text, WorkLimit.standard())).isEqualTo(PatternMatch.UNDECIDED);
    assertThat(LinearPattern.of("^[ab]+$").find(text, WorkLimit.standard()))
        .isEqualTo(PatternMatch.FOUND);
    assertThat(pattern.find("abc", new WorkLimit(10, Duration.ofSeconds(9))))
        .isEqualTo(PatternMatch.UNDECIDED);
  }

  @Test
  void manyPatternsDoNotAddUp() {
    for (int number = 0; number < 3_000; number++) {
      String source = "^(?:" + number + "a{0,800})$";
      assertThat(find(source, number + "aa")).isEqualTo(PatternMatch.FOUND);
    }
    assertThat(Programs.kept()).isLessThanOrEqualTo(100_000);
  }
}
