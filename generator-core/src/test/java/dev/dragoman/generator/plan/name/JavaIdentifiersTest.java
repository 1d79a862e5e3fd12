package dev.dragoman.generator.plan.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaIdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "issues/list-for-repo, IssuesListForRepo",
    "bulkSync_list, BulkSyncList",
    "getURL, GetURL",
    "2fa, Type2fa",
    "*/ evil, Evil",
    "naïve, NaVe",
  })
  void typeNames(String text, String expected) {
    assertThat(JavaIdentifiers.typeName(text, "Type")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "per_page, perPage",
    "X-GitHub-Api-Version, xGitHubApiVersion",
    "class, class_",
    "filter[name], filterName",
    "ID, id",
    "URLs, urls",
    "true, true_",
    "_, value",
  })
  void memberNames(String text, String expected) {
    assertThat(JavaIdentifiers.memberName(text, "value")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "in-progress, IN_PROGRESS",
    "camelCase, CAMEL_CASE",
    "+1, VALUE1",
    "-1, VALUE1",
    "'', VALUE",
  })
  void constantNames(String text, String expected) {
    assertThat(JavaIdentifiers.constantName(text, "VALUE")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0430bc", "a\u200bb", "\u202e", "x\n}", "$S", "\\u002a", " ", "😀"})
  void anyTextGivesAnAsciiIdentifier(String text) {
    for (String name :
        List.of(
            JavaIdentifiers.typeName(text, "Type"),
            JavaIdentifiers.memberName(text, "value"),
            JavaIdentifiers.constantName(text, "VALUE"))) {
      assertThat(SourceVersion.isName(name)).as(name).isTrue();
      assertThat(name).matches("[A-Za-z0-9_]+");
    }
  }

  @Test
  void longNamesAreCut() {
    assertThat(JavaIdentifiers.typeName("a".repeat(300), "Type")).hasSize(80);
  }

  @Test
  void namesOfOneScopeDifferInMoreThanCase() {
    NameTable names = new NameTable(List.of("String"));
    assertThat(names.claim("string")).isEqualTo("string2");
    assertThat(names.claim("getUser")).isEqualTo("getUser");
    assertThat(names.claim("GetUser")).isEqualTo("GetUser2");
    assertThat(names.claim("getuser")).isEqualTo("getuser3");
  }
}
