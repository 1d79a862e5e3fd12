package dev.dragoman.runtime.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words say what a text is about, and where a long request falls apart. */
class AnalyzerTest {

  @ParameterizedTest
  @CsvSource({
    "issue, true",
    "create, true",
    "the, false",
    "of, false",
    "me, false",
    "please, false",
    "dont, false",
    "existing, false",
    "1, false",
    "2026, false",
    "v2, true",
    "2fa, true",
    "٣, false",
    "größe, true",
    "問題, true"
  })
  void wordsWithATopic(String word, boolean topic) {
    assertThat(Analyzer.hasTopic(word)).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "'list all the issues of a repository', list|all|issu|repository",
    "'get 3 users', get|user",
    "'the of a', ''",
    "'creating created creates', creat|creat|creat"
  })
  void stemsOfWordsWithATopic(String text, String stems) {
    assertThat(String.join("|", Analyzer.stems(List.of(text.split(" ", -1))))).isEqualTo(stems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "create a book;                                   create a book",
        "create a book and lend it;                       create a book|lend it",
        "create a book, and lend it;                      create a book|lend it",
        "create a book, then lend it;                     create a book|lend it",
        "create a book AND lend it;                       create a book|lend it",
        "create a book after that lend it;                create a book|lend it",
        "create a book. Lend it.;                         create a book| Lend it",
        "create a book! lend it?;                         create a book| lend it",
        "a, b, c;                                         a|b|c",
        "'a\nb';                                          a|b",
        "a plus b;                                        a|b",
        "brand android;                                   brand android",
        "version 1.2 of api.test;                         version 1.2 of api.test",
        "a,b;                                             a,b",
        "'. . .';                                         ''",
        "'';                                              ''"
      })
  void stepsOfARequest(String text, String steps) {
    assertThat(String.join("|", ClauseSplitter.split(text))).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({"16, 16", "17, 16", "1000, 16"})
  void stepsAreBounded(int steps, int kept) {
    assertThat(ClauseSplitter.split("a. ".repeat(steps))).hasSize(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", ",", ". ", "and ", "then", ", ", "\n", "a , "})
  @Timeout(5)
  void hostileRequestsTakeLittleTime(String unit) {
    assertThat(ClauseSplitter.split(unit.repeat(4_000)).size()).isLessThanOrEqualTo(16);
  }

  @Test
  void everyVerbOfTheListsCanBeSearchedOrIsAQuestion() {
    assertThat(WordLists.VERBS.keySet())
        .allMatch(verb -> verb.matches("[a-z]+"))
        .contains("get", "list", "create", "update", "patch", "replace", "delete");
  }

  /** No script writes words of more than forty letters; only data is that long. */
  @ParameterizedTest
  @CsvSource({"40, 1", "41, 0"})
  void longRunsAreData(int length, int words) {
    assertThat(Tokenizer.query("x".repeat(length))).hasSize(words);
    assertThat(Tokenizer.document("x".repeat(length))).hasSize(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pullRequest        | pull request",
        "PullRequest        | pull request",
        "SSHKey             | ssh key",
        "getURLs            | get urls",
        "listIDs            | list ids",
        "iPhone             | iphone",
        "aBTest             | abtest",
        "user's             | users",
        "user’s             | users",
        "'quoted'           | quoted",
        "snake_case-kebab   | snake case kebab",
        "a/b.c              | a b c",
        "ＡＢＣ              | abc",
        "Größe              | große",
        "İstanbul           | istanbul",
        "v2Users            | v2 users",
        "問題               | 問題",
        "問題集             | 問題 題集",
        "問                 | 問",
        "''                 | ''"
      })
  void wordsOfADocument(String text, String words) {
    assertThat(String.join(" ", Tokenizer.document(text.replace("''", ""))))
        .isEqualTo(words.replace("''", ""));
  }

  /** Characters beyond the basic plane are one character each, never half of one. */
  @Test
  void pairsOfRareCharactersAreWhole() {
    String three = "𠀀𠀁𠀂";
    assertThat(Tokenizer.document(three)).containsExactly("𠀀𠀁", "𠀁𠀂");
    assertThat(Tokenizer.query(three)).isEqualTo(Tokenizer.document(three));
    assertThat(Tokenizer.document("𠀀")).containsExactly("𠀀");
    assertThat(Tokenizer.document("題𠀀集")).containsExactly("題𠀀", "𠀀集");
  }
}
