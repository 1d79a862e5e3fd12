package dev.dragoman.runtime.app.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a credential in a file may look like, and which variables name such files. */
class SecretTextTest {
  private static final ServerDefinition ACME =
      ServerDefinition.builder("Acme")
          .securityScheme(new SecurityScheme.HttpBearer("api"))
          .securityScheme(new SecurityScheme.HttpBearer("api file"))
          .build();

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("key"), bytes);
  }

  private static SecretFiles read(Map<String, String> environment) {
    return SecretFiles.read(environment, ACME);
  }

  /** The bytes of a file in ISO 8859-1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `key-1`               | key-1
          `key-1\n`             | key-1
          `\r\n key-1 \r\n`     | key-1
          `\u00EF\u00BB\u00BFkey-1\r\n` | key-1
          `user:p ss\u00C3\u00A9` | user:p ssé
          `a\nb`                | `a\nb`
          """)
  void theTextOfAFileIsTheCredential(String bytes, String key) throws IOException {
    Path file = file(bytes.getBytes(StandardCharsets.ISO_8859_1));

    SecretFiles secrets = read(Map.of("ACME_API_KEY_FILE", " " + file + "\n"));

    assertThat(secrets.problems()).isEmpty();
    assertThat(secrets.environment()).containsEntry("ACME_API_KEY", key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                 | must name a file that is not empty
          ` \n`              | must name a file that is not empty
          `\u00EF\u00BB\u00BF` | must name a file that is not empty
          `\u00FFkey-1`      | must name a text file in UTF-8
          `\u00ED\u00A0\u0080` | must name a text file in UTF-8
          """)
  void aFileWithoutTextIsRefused(String bytes, String problem) throws IOException {
    Path file = file(bytes.getBytes(StandardCharsets.ISO_8859_1));

    SecretFiles secrets = read(Map.of("ACME_API_KEY_FILE", file.toString()));

    assertThat(secrets.problems()).containsExactly("ACME_API_KEY_FILE " + problem + ".");
    assertThat(secrets.environment()).doesNotContainKey("ACME_API_KEY");
  }

  @ParameterizedTest
  @CsvSource({"65536, 0", "65537, 1"})
  void aFileIsOfALimitedSize(int bytes, int problems) throws IOException {
    Path file = file("k".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
    assertThat(read(Map.of("ACME_API_KEY_FILE", file.toString())).problems()).hasSize(problems);
  }

  /** The value may be a key that was pasted into the wrong variable. */
  @ParameterizedTest
  @CsvSource({"secret-1", "/no/such/secret-1", "secret-1\0", "/"})
  void whatIsNoFileIsNotShown(String value) {
    assertThat(read(Map.of("ACME_API_KEY_FILE", value)).problems())
        .singleElement()
        .isEqualTo("ACME_API_KEY_FILE must name a file that the server can read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACME_API_KEY         | ACME_API_KEY and ACME_API_KEY_FILE are both set; keep one of them.
          ACME_CREDENTIAL_API  | -
          """)
  void aVariableBesideTheFileIsRefused(String variable, String problem) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put(
        variable + "_FILE", file("from-file".getBytes(StandardCharsets.US_ASCII)).toString());
    environment.put(variable, "direct");

    SecretFiles secrets = read(environment);

    assertThat(secrets.problems()).isEqualTo(problem.equals("-") ? List.of() : List.of(problem));
    assertThat(secrets.environment()).containsEntry(variable, "direct");
  }

  /** {@code ACME_CREDENTIAL_API_FILE} is the credential of the scheme "api file". */
  @Test
  void aSchemeMayBeNamedLikeAFile() {
    SecretFiles secrets = read(Map.of("ACME_CREDENTIAL_API_FILE", "a-key"));

    assertThat(secrets.problems()).isEmpty();
    assertThat(secrets.environment()).isEqualTo(Map.of("ACME_CREDENTIAL_API_FILE", "a-key"));
  }

  @ParameterizedTest
  @CsvSource({"ACME_MOCK_FILE", "ACME_FILE", "OTHER_API_KEY_FILE", "acme_api_key_file"})
  void otherVariablesAreLeftAlone(String variable) {
    Map<String, String> environment = Map.of(variable, "/no/such/file", "ACME_API_KEY", " ");
    assertThat(read(environment)).isEqualTo(new SecretFiles(environment, List.of()));
  }
}
