package dev.dragoman.runtime.execute.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "/things/7, /things, 7, things",
    "/a/b%20c/labels/x%2Fy, /a/b%20c/labels, x/y, labels",
    "/things/1+2, /things, 1+2, things",
    "/things/%F0%9F%98%80, /things, 😀, things",
    "/things/%zz, /things, %zz, things",
    "/things, '', things, ''",
    "'', '', '', ''"
  })
  void anItemIsInACollection(String path, String collection, String id, String name) {
    Address address = Address.of(path);
    assertThat(address).isEqualTo(new Address(collection, id));
    assertThat(address.name()).isEqualTo(name);
  }

  @Test
  void theChainLeadsFromTheOutermostItemToTheItemItself() {
    assertThat(Address.chain("/a/1/b/2%20"))
        .containsExactly(
            new Address("", "a"),
            new Address("/a", "1"),
            new Address("/a/1", "b"),
            new Address("/a/1/b", "2 "));
    assertThat(Address.chain("/a")).containsExactly(new Address("", "a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /things/{id}        | /things/7           | /things/7
          /things/{id}        | /things/7//         | /things/7
          /things/{id}.json   | /things/7.json      | /things/7
          /things/{id}.xml    | /things/7.xml       | /things/7
          /things.json        | /things.json        | /things
          /things/{id}.json/  | /things/7.json/     | /things/7
          /files/{name}       | /files/report.json  | /files/report.json
          /files/{name}       | /files/a.xml/       | /files/a.xml
          /things/{id}.{kind} | /things/7.json      | /things/7.json
          /                   | /                   | ''
          """)
  void onlyWhatTheTemplateNamesIsARepresentation(String template, String path, String expected) {
    assertThat(Address.path(path, template)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/issues/7/comments, /issues/comments, true",
    "/issues/comments, /issues/7/comments, true",
    "/r/a/b/issues/7/comments, /r/a/b/issues/comments, true",
    "/comments, /issues/7/comments, true",
    "/issues/7/comments, /issues/8/comments, false",
    "/r/a/b/issues/7/comments, /r/c/d/issues/comments, false",
    "/v1/comments, /v2/issues/7/comments, false",
    "/issues/7/comments, /issues/7/labels, false",
    "/issues/7/comments, /comments/7/issues, false",
    "/things, /things, true"
  })
  void aCollectionMayHaveAShorterPath(String one, String other, boolean same) {
    assertThat(Address.isSame(one, other)).isEqualTo(same);
  }
}
