package dev.dragoman.runtime.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialMaskTest {
  private static final String KEY = "sk/live+0123456789abcdefXYZ==";

  private static String masked(String text) {
    return mask(KEY).mask(text);
  }

  private static CredentialMask mask(String secret) {
    return CredentialMask.of(List.of(Secret.of(secret)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @ParameterizedTest(name = "S10 a key is found as {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sk/live+0123456789abcdefXYZ==
          sk\\/live+0123456789abcdefXYZ==
          sk/live\\u002B0123456789abcdefXYZ==
          sk/live+0123456789abcdefXYZ\\u003d\\u003D
          \\u0073\\u006b\\u002f\\u006c\\u0069\\u0076\\u0065\\u002b0123456789abcdefXYZ\\u003d=
          sk\\\\/live+0123456789abcdefXYZ==
          sk\\\\u002flive+0123456789abcdefXYZ==
          sk\\x2flive\\x2B0123456789abcdefXYZ==
          sk\\u{2f}live+0123456789abcdefXYZ==
          sk%2Flive%2B0123456789abcdefXYZ%3D%3D
          sk%2flive%2b0123456789abcdefXYZ%3d%3d
          sk%2flive+0123456789abcdefXYZ%3D=
          sk%252Flive%252b0123456789abcdefXYZ==
          sk%u002flive+0123456789abcdefXYZ==
          sk&#47;live&#x2B;0123456789abcdefXYZ&#61;&#0061;
          sk&#x2f;live&#43;0123456789abcdefXYZ&equals;&equals;
          sk&sol;live&plus;0123456789abcdefXYZ==
          sk&amp;#x2f;live+0123456789abcdefXYZ==
          sk%5C/live+0123456789abcdefXYZ==
          %73%6B%2F%6C%69%76%65%2B%30%31%32%33%34%35%36%37%38%39abcdefXYZ==
          c2svbGl2ZSswMTIzNDU2Nzg5YWJjZGVmWFlaPT0=
          c2svbGl2ZSswMTIzNDU2Nzg5YWJjZGVmWFlaPT0
          c2svbGl2ZSswMTIzNDU2Nzg5YWJjZGVmWFlaPT0\\u003d
          """)
  void inOneSpelling(String spelling) {
    assertThat(masked("{\"v\": \"" + spelling + "\", \"w\": 1}"))
        .isEqualTo("{\"v\": \"***\", \"w\": 1}");
    assertThat(masked("https://a.example/x?key=" + spelling + "&y=1"))
        .isEqualTo("https://a.example/x?key=***&y=1");
    assertThat(masked(spelling)).isEqualTo("***");
  }

  /** Whatever stands before the key, its digits are shifted by no, one or two bytes. */
  @ParameterizedTest(name = "S10 Base64 of {0} and the key")
  @ValueSource(
      strings = {"", "a", "ab", "Bearer ", "Token ", "user:", "Basic x:", "{\"token\":\"", "key="})
  void insideBase64(String before) {
    for (String after : List.of("", "\n", "\"}", ":x", " and more of it")) {
      String whole = base64(before + KEY + after);
      for (String text :
          List.of(
              whole,
              whole.replace("=", ""),
              whole.replace('+', '-').replace('/', '_'),
              URLEncoder.encode(whole, UTF_8),
              whole.replace("/", "\\/").replace("+", "\\u002b"))) {
        String result = masked("<" + text + ">");
        assertThat(result).contains("***");
        for (int start = 0; start + 8 <= KEY.length(); start++) {
          String piece = KEY.substring(start, start + 8);
          for (int skip = 0; skip < 4; skip++) {
            assertThat(decoded(result.substring(Math.min(skip, result.length() - 1))))
                .doesNotContain(piece);
          }
        }
      }
    }
  }

  private static String decoded(String text) {
    String digits = text.replaceAll("[^A-Za-z0-9+/]", "");
    return new String(
        Base64.getDecoder().decode(digits.substring(0, digits.length() / 4 * 4)), UTF_8);
  }

  @Test
  @DisplayName("S10 user, password and their Base64 are found")
  void basicCredentials() {
    CredentialMask mask = mask("somebody@a.example:pass/word+1");
    assertThat(mask.mask("Basic " + base64("somebody@a.example:pass/word+1")))
        .isEqualTo("Basic ***");
    assertThat(mask.mask("the password pass%2Fword%2B1 is wrong"))
        .isEqualTo("the password *** is wrong");
    assertThat(mask.mask("user somebody@a.example")).isEqualTo("user somebody@a.example");
    CredentialMask encoded = mask(base64("somebody:pass/word+1"));
    assertThat(encoded.mask("somebody:pass\\/word+1")).isEqualTo("***");
    assertThat(mask("sk_live_0123456789:").mask("for sk_live_0123456789 alone"))
        .isEqualTo("for *** alone");
  }

  @Test
  @DisplayName("S10 every credential of a caller is found, its access token too")
  void everyCredentialOfACaller() {
    Caller caller =
        new Caller(
            AccessMode.READ_ONLY,
            AuthMode.USER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Grant("someone", Set.of(), Optional.of(Secret.of("the-access-token")))),
            Optional.empty(),
            Map.of("one", Secret.of("first-secret"), "two", Secret.of("second-secret")));
    assertThat(
            CredentialMask.of(caller)
                .mask("first-secret second-secret the-access-token third-secret"))
        .isEqualTo("*** *** *** third-secret");
    assertThat(
            CredentialMask.of(
                    new Caller(
                        AccessMode.READ_ONLY,
                        AuthMode.USER,
                        Optional.empty(),
                        Optional.of(Secret.of("single-secret"))))
                .mask("single-secret"))
        .isEqualTo("***");
  }

  @Test
  void ordinaryTextIsLeftAsItIs() {
    String text = "100% of \\u0041 &amp; sk/live+0123456789abcdefXYZ= c2svbGl2ZS\0x";
    assertThat(masked(text)).isSameAs(text);
    assertThat(mask("short").mask("a short text")).isEqualTo("a short text");
    assertThat(CredentialMask.of(List.of()).mask(text)).isSameAs(text);
    assertThat(masked("")).isEmpty();
    assertThat(mask(KEY)).hasToString("***");
  }

  /** Each character in a spelling of its own, at any place of a long text. */
  @Test
  @DisplayName("S10 mixed spellings are found anywhere")
  void mixedSpellings() {
    Random random = new Random(20261126);
    for (int round = 0; round < 3_000; round++) {
      String secret = secret(random);
      String filling = "x \\u0061%41&amp;\"\\n".repeat(random.nextInt(3_000));
      String text = filling + "|" + mixed(secret, random) + "|" + filling;
      String masked = mask(secret).mask(text);
      assertThat(masked)
          .as(text.length() < 400 ? text : secret)
          .isEqualTo(filling + "|***|" + filling);
    }
  }

  private static String secret(Random random) {
    StringBuilder secret = new StringBuilder("K");
    for (int count = random.nextInt(8, 90); count > 0; count--) {
      secret.append("abcXYZ0189+/=_-.~!$".charAt(random.nextInt(19)));
    }
    return secret.append('E').toString();
  }

  private static String mixed(String secret, Random random) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < secret.length(); index++) {
      char unit = secret.charAt(index);
      String hex = String.format(Locale.ROOT, random.nextBoolean() ? "%02x" : "%02X", (int) unit);
      text.append(
          switch (random.nextInt(8)) {
            case 0 -> "\\u00" + hex;
            case 1 -> "%" + hex;
            case 2 -> "&#" + (int) unit + ";";
            case 3 -> "&#x" + hex + ";";
            case 4 -> "%25" + hex;
            case 5 -> "\\\\u00" + hex;
            default -> String.valueOf(unit);
          });
    }
    return text.toString();
  }

  @ParameterizedTest(name = "S10 a piece at the cut end: {0}")
  @ValueSource(
      strings = {
        "sk/live+01",
        "sk/live+0123456789abcdefXYZ=",
        "sk\\/live\\u002B0123",
        "sk\\/live\\u002B0123\\u0",
        "sk%2Flive%2B01%",
        "c2svbGl2ZSswMTIz",
        "QmVhcmVyIHNrL2xpdmUrMDEyMz"
      })
  void piecesAtTheEndOfACutText(String piece) {
    assertThat(mask(KEY).maskCut("data: " + piece)).startsWith("data: ").endsWith("***");
    assertThat(mask(KEY).maskCut("data: " + piece))
        .doesNotContain("live", "c2sv", "sL2xpdm", "L2xpdm");
    assertThat(mask(KEY).mask("data: " + piece)).isEqualTo("data: " + piece);
    assertThat(mask(KEY).maskCut("data: sk/l")).isEqualTo("data: sk/l");
  }

  /** Ten megabytes, as many as a response may have, in a fraction of a second. */
  @Test
  void longTextsTakeTimeInProportion() {
    String plain = "{\"id\":1234567,\"name\":\"An ordinary record\"},".repeat(240_000);
    String escaped = "{\\\"id\\\":1234567,\\\"name\\\":\\\"\\u00fcber %41\\\"},\\n".repeat(200_000);
    String similar = "sk/live+0123456789abcdefXYZ= ".repeat(350_000);
    CredentialMask mask = CredentialMask.of(List.of(Secret.of(KEY), Secret.of("k".repeat(2_000))));
    for (String text : List.of(plain, escaped, similar)) {
      mask.mask(text);
      long start = System.nanoTime();
      assertThat(mask.mask(text)).isSameAs(text);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("mask of " + text.length() + " characters: " + time.toMillis() + " ms");
      assertThat(time).isLessThan(Duration.ofSeconds(5));
    }
  }
}
