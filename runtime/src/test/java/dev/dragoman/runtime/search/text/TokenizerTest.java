package dev.dragoman.runtime.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          createIssue              | create issue
          pullRequestID            | pull request id
          SSHKeys                  | ssh keys
          listURLs                 | list urls
          URLs                     | urls
          snake_case_name          | snake case name
          kebab-case-name          | kebab case name
          issues/list-for-repo     | issues list for repo
          /repos/{owner}/issues    | repos owner issues
          users.list               | users list
          OAuth                    | oauth
          iPhone                   | iphone
          GitHub                   | git hub
          ALL CAPS                 | all caps
          the user's name          | the users name
          "don’t 'quote' it'"      | dont quote it
          Café Müller              | cafe muller
          oauth2 v3                | oauth2 v3
          ﬁle                      | file
          获取用户                   | 获取 取用 用户
          list用                   | list 用
          GitHubの課題を作成          | git hub の課 課題 題を を作 作成
          APIキー                   | api キー
          第2章                     | 第2 2章
          v2用户                   | v2 用户
          サーバーAを止              | サー ーハ ハー a を止
          สร้างissueใหม่           | สร รา าง issue ให หม
          ビール                    | ヒー ール
          """)
  void cutsDocuments(String text, String words) {
    assertThat(Tokenizer.document(text)).containsExactly(words.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "createIssue, createissue",
    "CREATE Issue, create issue",
    "create-an_issue!, create an issue",
    "'  create \t an\n issue ', create an issue"
  })
  void queriesMeanTheSameInAnyCase(String text, String words) {
    assertThat(Tokenizer.query(text)).containsExactly(words.split(" ", -1));
  }

  @Test
  void dataIsNoWord() {
    assertThat(Tokenizer.document("x " + "a".repeat(41) + " y")).containsExactly("x", "y");
    assertThat(Tokenizer.query("\u0000\u0007create\u001fissue\uFFFF")).hasSize(2);
    assertThat(Tokenizer.query("")).isEmpty();
    assertThat(Tokenizer.query("\uD83D broken \uDE00 pair")).isEqualTo(List.of("broken", "pair"));
  }
}
