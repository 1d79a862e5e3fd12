package dev.dragoman.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredOperationsTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void countsMethodsOfPathsAndNothingElse() throws IOException {
    Path document =
        file(
            "api.json",
            """
            {"openapi": "3.0.0",
             "paths": {"/a": {"get": {}, "post": {}, "parameters": [], "summary": "s", "query": {}},
                       "x-b": {"get": {}}},
             "webhooks": {"w": {"post": {}}},
             "components": {"pathItems": {"p": {"delete": {}}}}}
            """);
    assertThat(DeclaredOperations.of(document)).containsExactly("GET /a", "POST /a");
  }

  @Test
  void followsReferencesOfPathItems() throws IOException {
    file(
        "items.yaml",
        """
        a~b:
          get: {}
          put: {$ref: other.yaml}
        """);
    Path document =
        file(
            "api.yaml",
            """
            openapi: 3.1.0
            paths:
              /a:
                $ref: items.yaml#/a~0b
              /b:
                $ref: '#/components/pathItems/b'
            components:
              pathItems:
                b:
                  delete: {}
            """);
    assertThat(DeclaredOperations.of(document)).containsExactly("DELETE /b", "GET /a", "PUT /a");
  }

  @Test
  void knowsTheMethodsOfVersion32() throws IOException {
    Path document =
        file(
            "api.yaml",
            """
            openapi: 3.2.0
            paths:
              /a:
                query: {}
                additionalOperations:
                  COPY: {}
            """);
    assertThat(DeclaredOperations.of(document)).containsExactly("COPY /a", "QUERY /a");
  }

  @Test
  void readsTextBlocksThatBeginWithALongerLineOfBlanks() throws IOException {
    Path document =
        file(
            "api.yaml",
            """
            openapi: 3.0.0
            info:
              description: |
            %s
                text
            paths:
              /a:
                get: {}
            """
                .formatted(" ".repeat(9)));
    assertThat(DeclaredOperations.of(document)).containsExactly("GET /a");
  }
}
