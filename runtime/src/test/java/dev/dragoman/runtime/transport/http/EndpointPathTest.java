package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the URL of a connection withholds. Paths arrive in their normal form. */
class EndpointPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /mcp                     | all   |
          /mcp/readonly            | reads |
          /mcp/t/issues            | all   | issues
          /mcp/t/issues/readonly   | reads | issues
          /mcp/t/readonly          | all   | readonly
          /mcp/t/readonly/readonly | reads | readonly
          /mcp/t/a%20b             | all   | a b
          /mcp/t/a+b               | all   | a+b
          /mcp/t/a%2Fb             | all   | a/b
          /mcp/t/a%2Freadonly      | all   | a/readonly
          /mcp/t/%F0%9F%A6%89      | all   | 🦉
          /mcp/t/%C3%BCber         | all   | über
          /mcp/t/100%              | all   | 100%
          /mcp/t/%zz               | all   | %zz
          /mcp/t/.                 | all   | .
          """)
  void pathsOfTheEndpoint(String path, String what, String tag) {
    EndpointPath read = EndpointPath.of(path).orElseThrow();
    assertThat(read.readOnly()).isEqualTo(what.equals("reads"));
    assertThat(read.tag().orElse(null)).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "/",
    "/mc",
    "/mcp2",
    "/MCP",
    "/mcp/",
    "/mcp/t",
    "/mcp/t/",
    "/mcp/t//readonly",
    "/mcp/read-only",
    "/mcp/readonly/x",
    "/mcp/readonly/readonly",
    "/mcp/readonly/t/a",
    "/mcp/t/a/b",
    "/mcp/T/a",
    "/mcp/t/a/READONLY",
    "/x/mcp",
    "/mcp/server-card",
    "/mcp;a=b",
    "/mcp%2Freadonly"
  })
  void otherPaths(String path) {
    assertThat(EndpointPath.of(path)).isEmpty();
  }
}
