package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.OperationCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of a document on the page: it is shown, and it is nothing but text. */
@DisplayName("S11 Text of a document is text on the page, with invisible characters shown")
class HostilePageTest {
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z][^\\s>]*)");

  @TempDir Path folder;

  private static OperationCard card(String text) {
    return OperationCard.builder(Operation.of(text, "GET", "/" + text, AccessLevel.READ))
        .tag(text)
        .summary(text)
        .build();
  }

  private String page(String text) throws Exception {
    try (PageServer server =
        new PageServer(folder, List.of(card(text)), text, Extensions.NONE, Map.of())) {
      return server.get("/").body();
    }
  }

  private static List<String> tags(String page) {
    String own = page.replaceAll("(?s)<(script|style)>.*?</\\1>", "<$1></$1>");
    return TAG.matcher(own).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "</code></details></main><h1>Sign in again</h1>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "<!-- <iframe src=https://evil.example> -->",
        "<a href=javascript:alert(1)>here</a>",
        "&lt;b&gt; &amp;#60;script&amp;#62;",
        "]]> {{constructor.constructor('alert(1)')()}} ${7*7}",
        "</style><style>*{display:none}</style>",
        "</script><meta http-equiv=refresh content=0>",
      })
  void markupIsShownAsItIsWritten(String text) throws Exception {
    // An operation with parameters in its path is not the one to try a connection with.
    String plain = text.contains("{") ? "{plain}" : "plain";
    assertThat(tags(page(text))).isEqualTo(tags(page(plain)));
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    assertThat(page(text))
        .contains("<h1>" + escaped + "</h1>")
        .contains("<h3>" + escaped + "</h3>")
        .contains("<p class=\"does\">" + escaped + "</p>");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0000, 0x0007, 0x200B, 0x202E, 0x2066, 0x00AD, 0xFEFF, 0xE0041, 0x3164})
  void invisibleCharactersAreShown(int point) throws Exception {
    String hidden = Character.toString(point);
    String page = page("pay" + hidden + "ments");
    String shown =
        hidden
            .chars()
            .mapToObj(unit -> String.format("\\u%04X", unit))
            .collect(Collectors.joining());
    assertThat(page).contains("pay" + shown + "ments").doesNotContain("pay" + hidden + "ments");
  }

  /** Letters of any script, and emoji with their selector, are what they are. */
  @ParameterizedTest
  @ValueSource(strings = {"支払い", "مدفوعات", "Zahlungsübersicht", "платежи", "☎️ calls"})
  void visibleTextIsKept(String text) throws Exception {
    assertThat(page(text)).contains("<h1>" + text + "</h1>");
  }

  @Test
  void textIsOfBoundedLength() throws Exception {
    String page = page("long ".repeat(20_000));
    assertThat(page.length()).isLessThan(200_000);
    assertThat(page).containsPattern("long[a-z ]*…</p>");
  }

  @Test
  void elementsAreThoseOfThePage() throws Exception {
    assertThat(new TreeSet<>(tags(page("plain"))))
        .doesNotContain("<iframe", "<img", "<object", "<embed", "<base", "<video", "<template")
        .contains("<main", "<nav", "<header", "<footer");
  }
}
