package dev.dragoman.runtime.execute.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.execute.TestKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with a client certificate and its key: what is used, and what is wrong with a file. */
class CertificateFilesTest {
  private static final char[] SECRET = "open sesame".toCharArray();

  /** Made by {@code openssl pkcs12 -export -nocerts -passout pass:secret}. */
  private static final String KEY_WITHOUT_CERTIFICATE =
      """
      MIIBfgIBAzCCATQGCSqGSIb3DQEHAaCCASUEggEhMIIBHTCCARkGCSqGSIb3DQEHAaCCAQoEggEGMIIBAjCB/wYLKoZIhvcNAQwK
      AQKgge8wgewwVwYJKoZIhvcNAQUNMEowKQYJKoZIhvcNAQUMMBwECGXxcasisKLlAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFl
      AwQBKgQQM3/Hfv7lADn3N4ZOJTMlNQSBkN8zQZe8UIkzTDkykFJGVdHp/NZOAyW/3D1oDG7vfLmc7td4KnsvhhREiXXveEmxEAz9
      ao7JG0gKcvToVNnFC4A1wU/APi6ef3KAPLzAmuC6Sybi8XteLmNhtUKEeEOnJFW0EWp7pNe/5kI80q/dP2mG3PSTgiRW8FoRUhB/
      bZ+zUafjAK5b7Nelxwil+iFqczBBMDEwDQYJYIZIAWUDBAIBBQAEIG/RKuV0UUDrSVeapIBcqe32HELKP4nwTAD9evQJQjxYBAg/
      aUieBe4dUwICCAA=
      """;

  @TempDir static Path folder;
  private static TestKeys keys;
  private final List<String> problems = new ArrayList<>();

  @BeforeAll
  static void create() throws Exception {
    keys = new TestKeys(folder).signed("client");
  }

  private Optional<ClientCertificate> read(byte[] file, byte[] key, String password)
      throws Exception {
    Path own = Files.write(folder.resolve("c"), file);
    Optional<FileSetting> keyFile = Optional.empty();
    if (key.length > 0) {
      keyFile =
          Optional.of(new FileSetting("--key", Files.write(folder.resolve("k"), key).toString()));
    }
    Optional<Secret> secret =
        password.isEmpty() ? Optional.empty() : Optional.of(Secret.of(password));
    return new TlsFiles(Clock.systemUTC(), problems::add)
        .certificate(
            new FileSetting("--cert", own.toString()), keyFile, new Password("PASSWORD", secret));
  }

  private String problem() {
    assertThat(problems).hasSize(1);
    return problems.get(0).replace(folder + "/", "");
  }

  private static byte[] pem(String parts) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String part : parts.split(" ", -1)) {
      text.append(
          switch (part) {
            case "cert" -> keys.pem("client");
            case "ca" -> keys.pem("ca");
            case "key" -> keys.keyPem("client");
            case "ca-key" -> keys.keyPem("ca");
            case "rsa-key" -> TestKeys.pem("PRIVATE KEY", generated("RSA").getEncoded());
            case "ed-key" -> TestKeys.pem("PRIVATE KEY", generated("Ed25519").getEncoded());
            case "no-key" -> TestKeys.pem("PRIVATE KEY", new byte[] {0x30, 0});
            case "sealed" -> TestKeys.pem("ENCRYPTED PRIVATE KEY", new byte[] {0x30, 0});
            case "sec1" -> TestKeys.pem("EC PRIVATE KEY", new byte[] {1});
            case "x509" -> keys.pem("client").replace("CERTIFICATE", "X509 CERTIFICATE");
            case "other" -> TestKeys.pem("PUBLIC KEY", new byte[] {1});
            case "bag" -> keys.pem("client").replaceFirst("\n", "\nProc-Type: 4,CLEAR\n");
            case "bom" -> "\ufeff";
            case "noise" -> "Bag Attributes\n    friendlyName: client\n-----\n";
            case "nothing" -> "";
            default -> throw new IllegalArgumentException(part);
          });
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static PrivateKey generated(String algorithm) throws Exception {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
  }

  @ParameterizedTest
  @CsvSource({
    "cert key, nothing",
    "key cert, nothing",
    "cert, key",
    "x509, key",
    "bag key, nothing",
    "bom cert, bom key",
    "bom key cert, nothing",
    "noise cert noise key noise, nothing",
    "other cert ca, other key",
    "cert key, key ca-key"
  })
  void aCertificateAndItsKeyInPem(String file, String key) throws Exception {
    ClientCertificate certificate = read(pem(file), pem(key), "").orElseThrow();
    assertThat(problems).isEmpty();
    assertThat(certificate.chain().get(0)).isEqualTo(keys.certificate("client"));
    assertThat(certificate.key()).isEqualTo(keys.key("client"));
    assertThat(certificate).hasToString("ClientCertificate[***]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key         | nothing  | --cert c does not contain a certificate ("-----BEGIN CERTIFICATE-----").
          other       | key      | --cert c does not contain a certificate ("-----BEGIN CERTIFICATE-----").
          cert        | nothing  | --cert c does not contain a private key; name the file that does with --client-key.
          cert        | ca       | --key k does not contain a private key ("-----BEGIN PRIVATE KEY-----").
          cert        | ca-key   | --key k contains a private key that does not belong to the first certificate of --cert.
          cert        | rsa-key  | --key k contains a private key that does not belong to the first certificate of --cert.
          cert        | ed-key   | --key k contains a private key that does not belong to the first certificate of --cert.
          ca cert key | nothing  | --cert c contains a private key that does not belong to the first certificate of --cert.
          cert        | no-key   | --key k, line 1: the private key cannot be read: not PKCS#8 for RSA, EC or EdDSA.
          cert        | other no-key | --key k, line 4: the private key cannot be read: not PKCS#8 for RSA, EC or EdDSA.
          cert        | sec1     | --key k, line 1: "EC PRIVATE KEY" is not PKCS#8; convert it: openssl pkcs8 -topk8 -in KEY -out NEW-KEY.
          cert        | sealed   | --key k, line 1: the encryption of the private key is not supported; convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY -out NEW-KEY.
          """)
  void whatIsWrongWithPemIsNamed(String file, String key, String expected) throws Exception {
    assertThat(read(pem(file), pem(key), "any")).isEmpty();
    assertThat(problem()).isEqualTo(expected);
  }

  @Test
  void aKeyMayBeInDer() throws Exception {
    assertThat(read(pem("cert"), keys.key("client").getEncoded(), "")).isPresent();
    assertThat(read(pem("cert"), new byte[] {1, 2}, "")).isEmpty();
    assertThat(problem())
        .isEqualTo(
            "--key k does not contain a private key: the private key cannot be read: not PKCS#8"
                + " for RSA, EC or EdDSA.");
  }

  /** RFC 8446, section 4.4.2: the sender's certificate is first, each certifies the one before. */
  @ParameterizedTest
  @CsvSource({"cert ca, 2", "cert, 1", "cert ca ca, 2", "cert cert ca, 2"})
  void theChainLeadsFromTheCertificateToItsAuthority(String file, int length) throws Exception {
    List<?> chain = read(pem(file + " key"), new byte[0], "").orElseThrow().chain();
    assertThat(chain)
        .hasSize(length)
        .isEqualTo(List.of(keys.certificate("client"), keys.certificate("ca")).subList(0, length));
  }

  private interface Filling {
    void fill(KeyStore store) throws Exception;
  }

  private static byte[] store(Filling filling) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    filling.fill(store);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, SECRET);
    return out.toByteArray();
  }

  private static void addKey(KeyStore store, String alias) throws Exception {
    Certificate[] chain = {keys.certificate(alias)};
    store.setKeyEntry(alias, keys.key(alias), SECRET, chain);
  }

  private static void addSecret(KeyStore store) throws Exception {
    store.setKeyEntry("aes", new SecretKeySpec(new byte[16], "AES"), SECRET, null);
  }

  @Test
  void otherEntriesOfAStoreAreIgnored() throws Exception {
    byte[] store =
        store(
            filled -> {
              addKey(filled, "client");
              addSecret(filled);
              filled.setCertificateEntry("ca", keys.certificate("ca"));
            });
    assertThat(read(store, new byte[0], "open sesame").orElseThrow().key())
        .isEqualTo(keys.key("client"));
  }

  @Test
  void aStoreMustContainExactlyOnePrivateKey() throws Exception {
    Filling nothing = filled -> filled.setCertificateEntry("ca", keys.certificate("ca"));
    Filling two =
        filled -> {
          addKey(filled, "client");
          addKey(filled, "ca");
        };
    for (Filling filling : List.of(nothing, CertificateFilesTest::addSecret, two)) {
      problems.clear();
      assertThat(read(store(filling), new byte[0], "open sesame")).isEmpty();
      assertThat(problem())
          .isEqualTo(
              "--cert c contains "
                  + (filling == two ? 2 : 0)
                  + " private keys; it must contain exactly one.");
    }
  }

  @Test
  void aKeyWithoutItsCertificateInAStoreIsNamed() throws Exception {
    byte[] store = Base64.getMimeDecoder().decode(KEY_WITHOUT_CERTIFICATE);
    assertThat(read(store, new byte[0], "secret")).isEmpty();
    assertThat(problem())
        .isEqualTo("--cert c contains a private key without its certificate; export both.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, is neither PEM nor",
    "4194304, is neither PEM nor",
    "4194305, of at most 4194304 bytes."
  })
  void aFileHasALargestSize(int bytes, String expected) throws Exception {
    assertThat(read(new byte[bytes], new byte[0], "")).isEmpty();
    assertThat(problem()).startsWith("--cert ").contains(expected);
  }
}
