package dev.dragoman.runtime.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.SmallApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** APIs that search with POST, and members that are added with PUT. */
class ReadingPostsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list orders                | POST /orders/search                     | POST /orders
          find all orders            | POST /orders/search                     | POST /orders
          create an order            | POST /orders                            | POST /orders/search
          get the balance            | POST /balances/get                      | POST /balances
          create a balance           | POST /balances                          | POST /balances/get
          add user to group          | PUT /groups/{groupId}/users/{userId}    | GET /groups/{groupId}/users
          attach a user to a group   | PUT /groups/{groupId}/users/{userId}    | POST /groups
          """)
  void whatIsMeantComesBeforeItsSibling(String query, String meant, String sibling) {
    SmallApi api = new SmallApi();
    api.add("GET", "/orders/{orderId}", "Get order");
    api.add("POST", "/orders", "Create order");
    api.add("POST", "/orders/search", "Search orders");
    api.add("POST", "/balances", "Create balance");
    api.add("POST", "/balances/get", "Retrieve balance");
    api.add("POST", "/groups", "Add a group");
    api.add("GET", "/groups/{groupId}/users", "List all member users");
    api.add("PUT", "/groups/{groupId}/users/{userId}", "Assign a user to a group");

    assertThat(api.search(query)).containsSubsequence(meant, sibling);
  }
}
