package dev.dragoman.runtime.tool.searchlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {

  /** Words remain, values do not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "refund a customer's money            | refund, customers, money",
        "refund \"Jane Doe\" for 42 EUR       | refund, eur",
        "email jane.doe@example.com the bill  | email, bill",
        "start the VM web-01 in fra1          | start, vm",
        "close issue octocat/hello-world#7    | close, issue",
        "delete cus_9s6XKzkNRiz8i3            | delete",
        "call https://a.example/x?token=abc   | call",
        "call +15558675310                    | call",
        "find Alice Smith                     | find",
        "Bob's orders                         | orders",
        "Create a pull-request, please!       | create, pull, request",
        "set key=sk_live_abcdef               | set",
        "open 'my secret plan' now            | open",
        "pay 12.50 to 2001:db8::1             | pay",
        "list 01234567-89ab-cdef-0123-456789abcdef | list",
        "全部                                 | 全部",
      })
  void valuesAreNotRecorded(String query, String words) {
    assertThat(QueryWords.of(query)).containsExactly(words.split(", "));
  }

  @Test
  void atMostTwelveShortWords() {
    String query = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi ";
    assertThat(QueryWords.of(query.repeat(50))).hasSize(QueryWords.MOST);
    assertThat(QueryWords.of("x".repeat(31) + " " + "y".repeat(2_000))).isEmpty();
    assertThat(QueryWords.of("")).isEmpty();
  }
}
