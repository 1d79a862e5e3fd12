package dev.dragoman.generator.spec.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.Trees;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentParserTest {
  @Test
  void readsJsonWithPlacesAndDigits() {
    Json.Obj root = (Json.Obj) Trees.parse("{\n  \"a\": [1.50, -0e+2, \"x\", null, true]\n}");
    Json.Arr items = (Json.Arr) root.members().get("a");

    assertThat(Trees.compact(root)).isEqualTo("{\"a\":[1.50,-0e+2,\"x\",null,true]}");
    assertThat(items.location()).hasToString("doc.yaml:2:8 (#/a)");
    assertThat(items.items().get(1).location()).hasToString("doc.yaml:2:15 (#/a/1)");
  }

  @Test
  void readsYamlWithTheSamePlaces() {
    Json.Obj root = (Json.Obj) Trees.parse("b: 1\na:\n- 1.50\n- x:  y\n");

    assertThat(Trees.compact(root)).isEqualTo("{\"b\":1,\"a\":[1.50,{\"x\":\"y\"}]}");
    assertThat(root.members().get("a").location()).hasToString("doc.yaml:3:1 (#/a)");
    Json.Obj second = (Json.Obj) root.items("a").get(1);
    assertThat(second.members().get("x").location()).hasToString("doc.yaml:4:7 (#/a/1/x)");
  }

  @ParameterizedTest
  @CsvSource({"'{\"a\": 1}', doc.yaml", "'a: 1', doc.json", "'  [1]', doc.json"})
  void goesByWhatAFileHoldsNotByItsName(String text, String file) {
    assertThat(Trees.compact(Trees.parse(text, file))).isIn("{\"a\":1}", "[1]");
  }

  @Test
  void readsFlowYamlInAJsonFileWithAWarning() {
    Problems problems = new Problems();

    Json value =
        new DocumentParser(ReadLimits.DEFAULT, problems).parse("{a: 1, b: [2, 3,],}", "doc.json");

    assertThat(Trees.compact(value)).isEqualTo("{\"a\":1,\"b\":[2,3]}");
    assertThat(problems.all()).singleElement().asString().contains("read as YAML");
  }

  @Test
  void keysAreTheirTextAndQuotesMakeStrings() {
    String yaml = "200: ok\nno: 1\n1.0: 2\nnull: 3\n\"7\": \"8\"\n? on\n: '9'\n";

    assertThat(Trees.compact(Trees.parse(yaml)))
        .isEqualTo("{\"200\":\"ok\",\"no\":1,\"1.0\":2,\"null\":3,\"7\":\"8\",\"on\":\"9\"}");
  }

  @Test
  void mergeKeysBringWhatAnObjectDoesNotSayItself() {
    String yaml =
        """
        one: &one {a: 1, b: 1}
        two: &two {b: 2, c: 2}
        all:
          <<: [*one, *two]
          a: own
        text: {"<<": quoted}
        tagged:
          !!merge <<: *one
          b: own
        """;

    assertThat(Trees.compact(((Json.Obj) Trees.parse(yaml)).members().get("all")))
        .isEqualTo("{\"a\":\"own\",\"b\":1,\"c\":2}");
    assertThat(Trees.compact(((Json.Obj) Trees.parse(yaml)).members().get("text")))
        .isEqualTo("{\"<<\":\"quoted\"}");
    assertThat(Trees.compact(((Json.Obj) Trees.parse(yaml)).members().get("tagged")))
        .as("as Go's library writes it")
        .isEqualTo("{\"b\":\"own\",\"a\":1}");
  }

  @Test
  void aliasesAreTheirAnchorsValue() {
    Json.Obj root = (Json.Obj) Trees.parse("a: &x [1]\nb: *x\n&k key: 2\nc: *k\n");

    assertThat(Trees.compact(root)).isEqualTo("{\"a\":[1],\"b\":[1],\"key\":2,\"c\":\"key\"}");
    assertThat(root.members().get("b").location().pointer()).isEqualTo("/a");
  }

  @Test
  void manyAliasesAreFineWhileTheyAddLittle() {
    StringBuilder yaml = new StringBuilder("a: &x [1]\nwords: [");
    yaml.append("w, ".repeat(500)).append("]\nb:\n").append("- *x\n".repeat(200));

    assertThat(((Json.Obj) Trees.parse(yaml.toString())).items("b")).hasSize(200);
  }

  @Test
  void manyAliasesThatMultiplyADocumentAreRefused() {
    String yaml = "a: &x [1, 2, 3]\nb:\n" + "- *x\n".repeat(60);

    LocatedException e = catchThrowableOfType(LocatedException.class, () -> Trees.parse(yaml));

    assertThat(e.problem()).isEqualTo(SpecProblem.LIMIT);
  }

  @Test
  void aliasesCannotNestDeeperThanTheLimit() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [1]\n");
    for (int level = 1; level < 40; level++) {
      yaml.append("a%d: &a%d [[[*a%d]]]\n".formatted(level, level, level - 1));
    }

    LocatedException e =
        catchThrowableOfType(LocatedException.class, () -> Trees.parse(yaml.toString()));

    assertThat(e.what()).contains("more than 100 levels deep");
  }

  @Test
  void deepNestingIsRefusedInAllStyles() {
    for (String text :
        new String[] {
          "[".repeat(50_000),
          "{\"a\":".repeat(50_000),
          "a: " + "[".repeat(20_000),
          "a: " + "{b: ".repeat(20_000),
          "- ".repeat(20_000) + "x"
        }) {
      LocatedException e = catchThrowableOfType(LocatedException.class, () -> Trees.parse(text));

      assertThat(e.what()).contains("more than 100 levels deep");
      assertThat(e.location().line()).isPositive();
    }
  }

  @Test
  void aHundredLevelsAreRead() {
    assertThat(Trees.parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(Json.Arr.class);
    assertThat(Trees.parse("- ".repeat(100) + "x")).isInstanceOf(Json.Arr.class);
  }

  @Test
  void mendsBlocksThatBeginWithTooManyBlanks() {
    Problems problems = new Problems();
    String yaml = "a: |+\n    \n  text\n\nb: |\n      \n      \n   more\n";

    Json value = new DocumentParser(ReadLimits.DEFAULT, problems).parse(yaml, "doc.yaml");

    assertThat(Trees.compact(value)).isEqualTo("{\"a\":\"\\ntext\\n\\n\",\"b\":\"\\n\\nmore\\n\"}");
    assertThat(problems.all())
        .extracting(problem -> problem.location().line())
        .containsExactly(3, 8);
  }

  /** The parser itself throws what is no YAML exception for these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"\\u",
        "a: \"\\u12",
        "a: \"\\UFFFFFFFF\"",
        "a: \"\\U0011FFFF\"",
        "%YAML 1.9224775801\n---\na: 1",
        "%YAML 9224775801.1\n---\na: 1",
        "a: !<tag:%",
        "a: |99999999999\n x"
      })
  void whatCannotBeDecodedHasAPlace(String text) {
    LocatedException e = catchThrowableOfType(LocatedException.class, () -> Trees.parse(text));

    assertThat(e.what()).startsWith("Not valid YAML");
    assertThat(e.location().line()).isPositive();
    assertThat(e.location().column()).isPositive();
  }
}
