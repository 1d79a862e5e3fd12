package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.execute.TestKeys;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with certificates and keys: every usable form, and where a file is wrong. */
class ConnectionFlagsTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final String PASSWORD = "ACME_CLIENT_KEY_PASSWORD";

  @TempDir static Path folder;
  private static TestKeys keys;

  private final List<String> flags = new ArrayList<>();
  private List<String> problems = List.of();

  @BeforeAll
  static void create() throws Exception {
    keys =
        new TestKeys(folder)
            .signed("client")
            .signed("rsa", "-keyalg", "RSA")
            .signed("edwards", "-keyalg", "Ed25519")
            .signed("old", "-startdate", "-10d", "-validity", "5")
            .signed("early", "-startdate", "+2d", "-validity", "5");
  }

  private static String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private ConnectionOptions read(Map<String, String> environment) {
    CommandLine line = CommandLine.of(flags, environment, NAMES);
    ConnectionOptions options = ConnectionFlags.read(line, environment, NAMES);
    problems = line.problems();
    return options;
  }

  private void flag(String name, String value) {
    flags.add(name + "=" + value);
  }

  @Test
  void withoutFlagsTheJvmDecides() {
    assertThat(read(Map.of())).isEqualTo(ConnectionOptions.DEFAULT);
    assertThat(problems).isEmpty();
  }

  @Test
  void authoritiesInPemWithTextAroundThem() throws Exception {
    flag("--ca-file", file("ca.pem", "# ours\n" + keys.pem("ca") + "\r\n" + keys.pem("client")));
    assertThat(read(Map.of())).isNotEqualTo(ConnectionOptions.DEFAULT);
    assertThat(problems).isEmpty();
  }

  @Test
  void oneAuthorityInDer() throws Exception {
    Path der = Files.write(folder.resolve("ca.cer"), keys.certificate("ca").getEncoded());
    flag("--ca-file", der.toString());
    assertThat(read(Map.of())).isNotEqualTo(ConnectionOptions.DEFAULT);
    assertThat(problems).isEmpty();
  }

  /** Bundles of operating systems contain one now and then. */
  @Test
  void anExpiredAuthorityAmongOthersIsNoProblem() throws Exception {
    flag("--ca-file", file("bundle.pem", keys.pem("old") + keys.pem("ca")));
    read(Map.of());
    assertThat(problems).isEmpty();
  }

  @Test
  void aCertificateAndItsKeyInPem() throws Exception {
    for (String alias : List.of("client", "rsa", "edwards")) {
      flags.clear();
      flag("--client-certificate", file("c.pem", keys.pem(alias) + keys.pem("ca")));
      flag("--client-key", file("k.pem", keys.keyPem(alias)));
      assertThat(read(Map.of()).tls().hasCertificate()).as(alias).isTrue();
      assertThat(problems).as(alias).isEmpty();
    }
  }

  @Test
  void bothInOneFileAndEncrypted() throws Exception {
    flag(
        "--client-certificate",
        file("both.pem", keys.keyPem("client", "open sesame") + keys.pem("client")));
    assertThat(read(Map.of(PASSWORD, "open sesame")).tls().hasCertificate()).isTrue();
    assertThat(problems).isEmpty();

    read(Map.of(PASSWORD, "wrong"));
    assertThat(problems)
        .singleElement()
        .asString()
        .endsWith(
            "both.pem, line 1: the private key cannot be decrypted with the password in "
                + PASSWORD
                + ".")
        .doesNotContain("wrong");

    read(Map.of());
    assertThat(problems)
        .singleElement()
        .asString()
        .endsWith("line 1: the private key is encrypted; set its password with " + PASSWORD + ".");
  }

  @Test
  void pkcs12() throws Exception {
    Path store = keys.pkcs12(folder.resolve("client.p12"), "client", "open sesame");
    flag("--client-certificate", store.toString());
    assertThat(read(Map.of(PASSWORD, "open sesame")).tls().hasCertificate()).isTrue();
    assertThat(problems).isEmpty();

    read(Map.of(PASSWORD, "wrong"));
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("client.p12 is neither PEM nor a file in PKCS#12 that can be opened with the")
        .contains(PASSWORD);

    flag("--client-key", file("k.pem", keys.keyPem("client")));
    read(Map.of(PASSWORD, "open sesame"));
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("--client-key is for certificates in PEM, and --client-certificate is not one");
  }

  @Test
  void allProblemsAtOnce() throws Exception {
    flag("--ca-file", file("broken.pem", "text\n-----BEGIN CERTIFICATE-----\nAAAA\n"));
    flag("--client-certificate", folder.resolve("missing.pem").toString());
    flag("--client-key", file("rsa.pem", TestKeys.pem("RSA PRIVATE KEY", new byte[] {1})));
    read(Map.of());
    assertThat(problems)
        .containsExactly(
            "--ca-file "
                + folder.resolve("broken.pem")
                + ", line 2: the block \"CERTIFICATE\" has no line \"-----END CERTIFICATE-----\".",
            "--client-certificate must name a file that the server can read.",
            "--client-key "
                + folder.resolve("rsa.pem")
                + ", line 1: \"RSA PRIVATE KEY\" is not PKCS#8; convert it: openssl pkcs8 -topk8 -in"
                + " KEY -out NEW-KEY.");
  }

  @Test
  void filesThatAreNotAuthorities() throws Exception {
    Map<String, String> faults =
        Map.of(
            "hello",
            "does not contain a certificate",
            keys.keyPem("client"),
            "line 1: \"PRIVATE KEY\" is not a certificate",
            TestKeys.pem("CERTIFICATE", new byte[] {1, 2}),
            "line 1: the certificate cannot be read",
            "\n\n-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n",
            "line 3: the content of the block is not Base64",
            keys.pem("ca").replace("END CERTIFICATE", "END PRIVATE KEY"),
            ": the block ends as \"PRIVATE KEY\" and begins as \"CERTIFICATE\"",
            keys.pem("old"),
            "contains only certificates that have expired, the last one on ");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      flags.clear();
      flag("--ca-file", file("fault.pem", fault.getKey()));
      read(Map.of());
      assertThat(problems)
          .singleElement()
          .asString()
          .startsWith("--ca-file ")
          .contains(fault.getValue());
    }
  }

  @Test
  void aCertificateOutsideItsTime() throws Exception {
    flag("--client-certificate", file("old.pem", keys.pem("old") + keys.keyPem("old")));
    read(Map.of());
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("contains a certificate that expired on ");
    flags.clear();
    flag("--client-certificate", file("early.pem", keys.pem("early") + keys.keyPem("early")));
    read(Map.of());
    assertThat(problems).singleElement().asString().contains("is not valid before ");
  }

  @Test
  void aKeyThatDoesNotBelongToTheCertificate() throws Exception {
    for (String other : List.of("ca", "rsa")) {
      flags.clear();
      flag("--client-certificate", file("c.pem", keys.pem("client")));
      flag("--client-key", file("other.pem", keys.keyPem(other)));
      read(Map.of());
      assertThat(problems)
          .singleElement()
          .asString()
          .contains(
              "other.pem contains a private key that does not belong to the first certificate");
    }
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    flag("--client-certificate", file("c.pem", keys.pem("client")));
    read(Map.of());
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("name the file that does with --client-key.");
    flags.clear();
    flag("--client-key", file("k.pem", keys.keyPem("client")));
    read(Map.of(PASSWORD, "x"));
    assertThat(problems)
        .containsExactly(
            "--client-key requires --client-certificate.",
            PASSWORD + " requires --client-certificate.");
  }

  /** A key that was pasted instead of a path is not shown. */
  @Test
  void contentInPlaceOfAPathIsNotShown() throws Exception {
    flag("--client-certificate", keys.pem("client"));
    flag("--client-key", keys.keyPem("client"));
    read(Map.of());
    assertThat(problems)
        .containsExactly(
            "--client-certificate must name a file that the server can read.",
            "--client-key must name a file that the server can read.");
  }

  @Test
  void theProxyOfAFlagReplacesTheVariables() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "corporate:1", "NO_PROXY", "internal.example");
    flag("--proxy", "http://own:3128");
    ConnectionOptions options = read(environment);
    assertThat(options.proxies().forServer(true, "api.example", 443).orElseThrow().host())
        .isEqualTo("own");
    assertThat(options.proxies().forServer(false, "api.example", 80).orElseThrow().host())
        .isEqualTo("own");
    assertThat(options.proxies().forServer(true, "internal.example", 443)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void offMeansNoProxy() {
    flag("--proxy", "off");
    assertThat(read(Map.of("HTTPS_PROXY", "socks5://corporate:1")))
        .isEqualTo(ConnectionOptions.DEFAULT);
    assertThat(problems).isEmpty();
  }

  @Test
  void aPasswordIsForVariablesOnly() {
    flag("--proxy", "http://me:pass-word@own:3128");
    read(Map.of());
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("--proxy must not contain a password")
        .doesNotContain("pass-word");
    flags.clear();
    read(Map.of("ACME_PROXY", "http://me:pass-word@own:3128"));
    assertThat(problems).isEmpty();
  }

  @Test
  void aVariableThatIsNotAProxyIsNamed() {
    read(Map.of("HTTP_PROXY", "me:pass-word@", "HTTPS_PROXY", "socks5://me:pass-word@own:1"));
    assertThat(problems)
        .containsExactly(
            "HTTP_PROXY must be the URL of a proxy, such as http://proxy.example.com:3128.",
            "HTTPS_PROXY names a proxy of a kind that is not supported; use an HTTP proxy, such as"
                + " http://proxy.example.com:3128.");
  }
}
