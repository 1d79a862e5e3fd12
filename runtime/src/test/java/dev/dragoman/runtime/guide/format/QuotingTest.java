package dev.dragoman.runtime.guide.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/** What is quoted for a shell, TOML or JSON is read by each of them as it was. */
class QuotingTest {
  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "a",
          "a b",
          "'",
          "''",
          "it's",
          "\"",
          "\\",
          "\\'",
          "\\n",
          "$HOME",
          "${HOME}",
          "$(id)",
          "`id`",
          "!!",
          "~",
          "~root",
          "*",
          "[a]?",
          "{a,b}",
          "a;b&c|d",
          "<a>",
          "#a",
          "a\nb",
          "\n",
          "\ta\r",
          "\u0001\u001f\u007f",
          "\u0085\u2028",
          "-n",
          "--",
          "%s%n",
          "A=b",
          "é漢😀",
          "\"\"\"",
          "https://a.example/x?y=1&z=%20#f",
          "C:\\Program Files\\a.jar");

  /** The words that a shell passes to a program. */
  private static List<String> words(String command) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "show() { printf '%s\\0' \"$@\"; }\nshow " + command)
            .start();
    shell.getOutputStream().close();
    String out = new String(shell.getInputStream().readAllBytes(), UTF_8);
    List<String> words = new ArrayList<>(List.of(out.split("\0", -1)));
    words.remove(words.size() - 1);
    return words;
  }

  @Test
  void aShellPassesEachWordOn() throws Exception {
    assertThat(words(ShellText.command(VALUES.toArray(String[]::new)))).isEqualTo(VALUES);
  }

  @ParameterizedTest
  @CsvSource({"acme.jar", "https://a.example:8080/mcp", "--http", "A_B=c,d", "a@b", "50%"})
  void aWordIsNotQuotedWithoutNeed(String word) {
    assertThat(ShellText.word(word)).isEqualTo(word);
  }

  @Test
  void tomlHasTheSameStrings() {
    Map<String, String> table = new LinkedHashMap<>();
    VALUES.forEach(value -> table.put("key " + value, value));

    JsonNode read =
        new TomlMapper()
            .readTree(
                "list = " + TomlText.array(VALUES) + "\ntable = " + TomlText.table(table) + "\n");

    assertThat(read.path("list").valueStream().map(JsonNode::stringValue)).isEqualTo(VALUES);
    assertThat(read.path("table").properties())
        .extracting(entry -> Map.entry(entry.getKey(), entry.getValue().stringValue()))
        .containsExactlyInAnyOrderElementsOf(table.entrySet());
  }

  @ParameterizedTest
  @FieldSource("VALUES")
  void jsonHasTheSameStringsInBothForms(String value) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(value, value);
    object.put("in a list " + value, List.of(value, List.of(value), Map.of(value, value)));
    JsonNode expected = JsonMapper.shared().valueToTree(object);

    assertThat(JsonMapper.shared().readTree(JsonText.pretty(object))).isEqualTo(expected);
    assertThat(JsonMapper.shared().readTree(JsonText.compact(object))).isEqualTo(expected);
  }

  /** As people write configuration files: short objects and lists on one line. */
  @Test
  void jsonIsIndented() {
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("on", true);
    server.put("port", 80);
    server.put("args", List.of("-jar", "a.jar"));
    server.put("env", Map.of("A", "b"));
    server.put("long", Map.of("A", "b".repeat(70)));
    server.put("inputs", List.of(Map.of("id", "x"), Map.of("id", "y")));
    server.put("none", List.of());

    assertThat(JsonText.pretty(Map.of("servers", server)))
        .isEqualTo(
            """
            {
              "servers": {
                "on": true,
                "port": 80,
                "args": ["-jar", "a.jar"],
                "env": { "A": "b" },
                "long": {
                  "A": "%s"
                },
                "inputs": [
                  { "id": "x" },
                  { "id": "y" }
                ],
                "none": []
              }
            }"""
                .formatted("b".repeat(70)));
    assertThat(JsonText.compact(Map.of("a", List.of(Map.of("b", 1), true))))
        .isEqualTo("{\"a\":[{\"b\":1},true]}");
  }
}
