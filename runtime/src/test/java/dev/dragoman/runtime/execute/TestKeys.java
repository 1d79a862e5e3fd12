package dev.dragoman.runtime.execute;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys and certificates made by the JDK's keytool. The authority has the alias {@code ca}; it has
 * signed the certificates whose {@link #signed} was called.
 */
public final class TestKeys {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path file;

  /** Creates an authority in a folder. */
  public TestKeys(Path folder) throws Exception {
    this.file = folder.resolve("keys.p12");
    pair("ca", "-ext", "bc:critical");
  }

  /** Adds a certificate that is signed by the authority. */
  public TestKeys signed(String alias, String... more) throws Exception {
    return pair(
        alias, Stream.concat(Stream.of("-signer", "ca"), Stream.of(more)).toArray(String[]::new));
  }

  /** Adds a self-signed certificate. */
  public TestKeys pair(String alias, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
    if (!List.of(more).contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "EC"));
    }
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return this;
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  public X509Certificate certificate(String alias) throws GeneralSecurityException, IOException {
    return (X509Certificate) store().getCertificate(alias);
  }

  public PrivateKey key(String alias) throws GeneralSecurityException, IOException {
    return (PrivateKey) store().getKey(alias, PASSWORD);
  }

  /** A certificate in PEM. */
  public String pem(String alias) throws GeneralSecurityException, IOException {
    return pem("CERTIFICATE", certificate(alias).getEncoded());
  }

  /** A private key in PEM. */
  public String keyPem(String alias) throws GeneralSecurityException, IOException {
    return pem("PRIVATE KEY", key(alias).getEncoded());
  }

  /** A private key in PEM, encrypted by PBES2. */
  public String keyPem(String alias, String password) throws GeneralSecurityException, IOException {
    String algorithm = "PBEWithHmacSHA256AndAES_256";
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(password.toCharArray())));
    byte[] encrypted = cipher.doFinal(key(alias).getEncoded());
    byte[] pbes2 = HexFormat.of().parseHex("06092a864886f70d01050d");
    byte[] how = der(0x30, pbes2, cipher.getParameters().getEncoded());
    return pem("ENCRYPTED PRIVATE KEY", der(0x30, how, der(0x04, encrypted)));
  }

  /** A value of DER with a length of up to 65,535 bytes. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Stream.of(parts).forEach(content::writeBytes);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.write(tag);
    value.write(0x82);
    value.write(content.size() >> 8);
    value.write(content.size());
    value.writeBytes(content.toByteArray());
    return value.toByteArray();
  }

  /** A block of RFC 7468. */
  public static String pem(String label, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  /** One entry as a file in PKCS#12. */
  public Path pkcs12(Path target, String alias, String password) throws Exception {
    KeyStore one = empty();
    one.setKeyEntry(alias, key(alias), password.toCharArray(), store().getCertificateChain(alias));
    try (var out = Files.newOutputStream(target)) {
      one.store(out, password.toCharArray());
    }
    return target;
  }

  /** The context of a server with one of the certificates, which trusts the authority. */
  public SSLContext serving(String alias) throws GeneralSecurityException, IOException {
    KeyStore own = empty();
    own.setKeyEntry("api", key(alias), PASSWORD, store().getCertificateChain(alias));
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(own, PASSWORD);
    KeyStore trusted = empty();
    trusted.setCertificateEntry("ca", certificate("ca"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
