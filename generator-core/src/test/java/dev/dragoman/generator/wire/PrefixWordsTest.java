package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say in words about the word before a key is told when the server is built. */
class PrefixWordsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Token | description: 'Token-based authentication with required prefix \"Token\"'",
        "Bearer | description: \"Type 'Bearer' followed by a space and your token\"",
        "Bearer | description: 'JWT Authorization header using the Bearer scheme.'",
        "ApiKey | description: 'Send `Authorization: ApiKey <your key>`'",
        "Basic | description: 'The word \"Basic\" followed by a space and your API Key, encoded'",
        "SSWS | description: 'Pass the token with the prefix `SSWS`, e.g. `SSWS {API Token}`'",
        "Token | description: 'prefixed with Token'",
        "Bot | description: 'Your token, in the form: \"Bot <token>\"'",
        "GenieKey | description: 'Use GenieKey followed by your key'",
        "Key | description: 'Authorization: Key abc123'",
        "Token | x-example: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
        "Custom | x-fern-header: {name: key, prefix: Custom}",
        "Bearer | x-default: Bearer eyJabc",
      })
  void aWordBeforeTheKeyIsAWarning(String word, String member) throws IOException {
    assertThat(warnings("type: apiKey, in: header, name: Authorization, " + member))
        .singleElement()
        .asString()
        .contains(
            "api.yaml:6:",
            "(#/components/securitySchemes/key)",
            "[DRG-PLAN-015]",
            "starts with \"" + word + "\"",
            "prefix: " + word,
            "--auth-prefix key=" + word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: apiKey, in: header, name: Authorization",
        "type: apiKey, in: header, name: Authorization, description: 'Provide `Authorization:"
            + " <token>` as a header to every request. How do I find my token?'",
        "type: apiKey, in: header, name: X-Key, description: API key provided in the console",
        "type: apiKey, in: header, name: X-Key, description: 'Keys have a prefix of their"
            + " environment'",
        "type: apiKey, in: query, name: key, description: 'Send \"Token\" followed by the key'",
        "type: http, scheme: bearer, description: 'Send `Authorization: Bearer <token>`'",
        "type: http, scheme: basic, description: 'Authorization: Basic <base64>'",
        "type: http, scheme: Token, description: 'Authorization: Token <key>'",
      })
  void otherWordsAreNone(String scheme) throws IOException {
    assertThat(warnings(scheme)).isEmpty();
  }

  @Test
  void aBearerSchemeThatIsDescribedOtherwise() throws IOException {
    assertThat(warnings("type: http, scheme: bearer, description: 'Authorization: Token <key>'"))
        .singleElement()
        .asString()
        .contains("starts with \"Token\"", "sent as \"Bearer");
  }

  @Test
  void swagger2SaysItToo() throws IOException {
    String document =
        """
        swagger: "2.0"
        info: {title: Jwt, version: "1"}
        host: jwt.example.com
        securityDefinitions:
          Bearer:
            type: apiKey
            in: header
            name: Authorization
            description: "Type 'Bearer' followed by a space and your token"
        paths: {/me: {get: {operationId: me, responses: {"200": {description: ok}}}}}
        """;
    assertThat(of(document)).singleElement().asString().contains("starts with \"Bearer\"");
  }

  private List<String> warnings(String scheme) throws IOException {
    return of(
        """
        openapi: 3.0.3
        info: {title: Posts, version: "1"}
        servers: [{url: "https://posts.example.com"}]
        components:
          securitySchemes:
            key: {%s}
        paths: {/me: {get: {operationId: me, responses: {"200": {description: ok}}}}}
        """
            .formatted(scheme));
  }

  private List<String> of(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("api.yaml"), document);
    Problems problems = new Problems();
    Planner.plan(
        SpecReader.read(file, ReadOptions.DEFAULT, problems).model(),
        GenerationOptions.inPackage("generated"),
        problems);
    return problems.all().stream()
        .filter(problem -> problem.code().equals("DRG-PLAN-015"))
        .map(Problem::toString)
        .toList();
  }
}
