package dev.dragoman.runtime.execute.mock.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.mock.list.PageRequest.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PageTest {
  /** Items with the ids i1, i2 and so on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # kind    | first | size | all | given      | items    | start | number | next
          PAGE      | 1     | 2    | 5   | -          | i1,i2    | 0     | 1      | 2
          PAGE      | 1     | 2    | 5   | ''         | i1,i2    | 0     | 1      | 2
          PAGE      | 1     | 2    | 5   | 2          | i3,i4    | 2     | 2      | 3
          PAGE      | 1     | 2    | 5   | 3          | i5       | 4     | 3      | -
          PAGE      | 1     | 2    | 4   | 2          | i3,i4    | 2     | 2      | -
          PAGE      | 0     | 2    | 5   | 0          | i1,i2    | 0     | 0      | 1
          PAGE      | 0     | 2    | 5   | 1          | i3,i4    | 2     | 1      | 2
          PAGE      | 1     | 2    | 5   | 0          | i1,i2    | 0     | 1      | 2
          PAGE      | 1     | 2    | 5   | -3         | i1,i2    | 0     | 1      | 2
          PAGE      | 1     | 2    | 5   | x          | i1,i2    | 0     | 1      | 2
          PAGE      | 1     | 2    | 0   | -          | ''       | 0     | 1      | -
          PAGE      | 1     | 1    | 1   | -          | i1       | 0     | 1      | -
          OFFSET    | 0     | 2    | 5   | -          | i1,i2    | 0     | 0      | 2
          OFFSET    | 0     | 2    | 5   | 3          | i4,i5    | 3     | 1      | -
          OFFSET    | 0     | 2    | 5   | 5          | ''       | 5     | 2      | -
          OFFSET    | 1     | 2    | 5   | -          | i1,i2    | 0     | 1      | 3
          OFFSET    | 1     | 2    | 5   | 3          | i3,i4    | 2     | 2      | 5
          OFFSET    | 1     | 2    | 5   | 0          | i1,i2    | 0     | 1      | 3
          CURSOR    | 0     | 2    | 5   | -          | i1,i2    | 0     | 0      | mock-2
          CURSOR    | 0     | 2    | 5   | mock-4     | i5       | 4     | 2      | -
          LAST_ITEM | 0     | 2    | 5   | -          | i1,i2    | 0     | 0      | i2
          LAST_ITEM | 0     | 2    | 5   | i2         | i3,i4    | 2     | 1      | i4
          LAST_ITEM | 0     | 2    | 5   | i5         | ''       | 5     | 2      | -
          """)
  void aPageIsAPartOfTheList(
      Kind kind,
      long first,
      int size,
      int all,
      String given,
      String items,
      int start,
      long number,
      String next) {
    Page page = page(all, new PageRequest(kind, "p", Optional.ofNullable(given), first, size));
    assertThat(ids(page)).isEqualTo(items);
    assertThat(page.start()).isEqualTo(start);
    assertThat(page.number()).isEqualTo(number);
    assertThat(page.next()).isEqualTo(Optional.ofNullable(next));
    assertThat(page.nextLink())
        .isEqualTo(Optional.ofNullable(next).map(value -> "/list?a=1&a=2&p=" + value));
    assertThat(page.total()).isEqualTo(all);
    assertThat(page.size()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "PAGE, 999999999, 1000",
    "PAGE, 1000000000, 1",
    "PAGE, 99999999999999999999, 1000",
    "OFFSET, 99999999999999999999, 1",
    "OFFSET, 6, 1"
  })
  void behindTheEndThereIsNothing(Kind kind, String given, int size) {
    Page page = page(5, new PageRequest(kind, "p", Optional.of(given), 1, size));
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
    assertThat(page.start()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "CURSOR, x",
    "CURSOR, 2",
    "CURSOR, mock-",
    "CURSOR, mock-x",
    "CURSOR, mock-1234567890",
    "LAST_ITEM, i6",
    "LAST_ITEM, 1"
  })
  void aValueThatNoResponseContainedIsRefused(Kind kind, String given) {
    PageRequest request = new PageRequest(kind, "after", Optional.of(given), 0, 2);
    assertThatThrownBy(() -> page(5, request))
        .isInstanceOf(Page.UnknownPageException.class)
        .hasMessageContaining("after");
  }

  @Test
  void withoutIdsThereIsNoPageAfterTheLastItem() {
    PageRequest request = new PageRequest(Kind.LAST_ITEM, "after", Optional.empty(), 0, 2);
    Page page = Page.of(items(5), request, "", "/list", "");
    assertThat(page.next()).as("an empty value would be the first page again").isEmpty();
    assertThat(page.nextLink()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "7, 7"})
  void aListWithoutPagesIsOnePage(int all, int size) {
    Page page = Page.whole(items(all));
    assertThat(page.items()).hasSize(all);
    assertThat(page.size()).isEqualTo(size);
    assertThat(page.total()).isEqualTo(all);
    assertThat(page.number()).isEqualTo(1);
    assertThat(page.next()).isEmpty();
  }

  private static Page page(int all, PageRequest request) {
    return Page.of(items(all), request, "id", "/list", "a=1&a=2");
  }

  private static List<ObjectNode> items(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> JsonNodeFactory.instance.objectNode().put("id", "i" + number))
        .toList();
  }

  private static String ids(Page page) {
    return page.items().stream()
        .map(item -> item.path("id").asString())
        .collect(Collectors.joining(","));
  }
}
