package dev.dragoman.runtime.execute.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.execute.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in PKCS#8: PEM or DER, encrypted or not. */
class PrivateKeyFileTest {
  private static final String PLAIN =
      """
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKyegryWly8fAD70WVg4Zny0vyMOGtKW9VT+V1zHb
      CeqhRANCAARhuOe38xR8Mo6liGJ/UPXo0NCb6M/nXK2aYu/Y3APf7GUH1f5XKS6Ck39mNV0tCZlk7jzJuFiMQYmH
      crY7TMnr
      """;

  /** {@code openssl pkcs8 -topk8 -v2 aes-256-cbc -passout pass:secret -outform DER}. */
  private static final String SEALED =
      """
      MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjFCbej793NdQICA+gwDAYIKoZIhvcNAgkFADAdBglg
      hkgBZQMEASoEEDYROhPsVXgy+7kkC4Op0t4EgZDqc4SsaistPJ+zubXCbO9tId7acoYTqnFnxI1p1A9KJJQP3ohr
      h5Gpv+6MHYau0dxc9htJR3EY+A6GuofE0Xe9mBHM01ZW1QQcd4dX15J95JBidhM5MZ0QTB1RBpEMSa1Qs2jwn2yd
      DBlzg22lG8WbUOtbRUaxNP48IaHBbnrzfRXZnh27OhV83oyDUHCHxp8=
      """;

  @TempDir Path folder;

  private static byte[] bytes(String form) {
    return switch (form) {
      case "DER" -> decoded(PLAIN);
      case "PEM" -> pem("PRIVATE KEY", PLAIN);
      case "sealed DER" -> decoded(SEALED);
      case "sealed PEM" -> pem("ENCRYPTED PRIVATE KEY", SEALED);
      case "unknown sealing" -> new byte[] {0x30, 9, 0x30, 4, 6, 2, 0x2a, 3, 4, 1, 0};
      default -> throw new IllegalArgumentException(form);
    };
  }

  private static byte[] decoded(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }

  private static byte[] pem(String label, String base64) {
    return TestKeys.pem(label, decoded(base64)).getBytes(StandardCharsets.US_ASCII);
  }

  private PrivateKey read(String form, String password) throws Exception {
    Path file = Files.write(folder.resolve("k"), bytes(form));
    Optional<Secret> secret =
        password.isEmpty() ? Optional.empty() : Optional.of(Secret.of(password));
    return new PrivateKeyFile(
            new FileSetting("--key", file.toString()), new Password("PASSWORD", secret))
        .read();
  }

  @ParameterizedTest
  @CsvSource({
    "DER, ''",
    "PEM, ''",
    "DER, unused",
    "PEM, unused",
    "sealed DER, secret",
    "sealed PEM, secret"
  })
  void aKeyIsReadInEachForm(String form, String password) throws Exception {
    assertThat(read(form, password).getEncoded()).isEqualTo(decoded(PLAIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sealed DER      | ''    | --key k is not usable: the private key is encrypted; set its password with PASSWORD.
          sealed DER      | wrong | --key k is not usable: the private key cannot be decrypted with the password in PASSWORD.
          sealed PEM      | ''    | --key k, line 1: the private key is encrypted; set its password with PASSWORD.
          sealed PEM      | wrong | --key k, line 1: the private key cannot be decrypted with the password in PASSWORD.
          unknown sealing | any   | --key k is not usable: the encryption of the private key is not supported; convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY -out NEW-KEY.
          """)
  void whatIsWrongWithAnEncryptedKeyIsNamed(String form, String password, String expected) {
    assertThatThrownBy(() -> read(form, password))
        .isInstanceOf(FaultyFileException.class)
        .hasMessage(expected.replace("--key k", "--key " + folder.resolve("k")));
  }
}
