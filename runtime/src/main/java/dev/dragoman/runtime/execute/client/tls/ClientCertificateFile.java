package dev.dragoman.runtime.execute.client.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a client certificate: PEM, with its key in the same file or another one, or PKCS#12. */
final class ClientCertificateFile {
  private static final byte[] PROBE = {1, 2, 3};

  private final FileSetting file;
  private final Password password;

  ClientCertificateFile(FileSetting file, Password password) {
    this.file = file;
    this.password = password;
  }

  /**
   * The certificate of a file.
   *
   * @param key the file with its key; empty if it is in the same file
   */
  ClientCertificate read(Optional<FileSetting> key, Instant now) throws FaultyFileException {
    byte[] bytes = file.read();
    ClientCertificate certificate =
        PemFile.isPem(bytes) ? pem(PemFile.blocks(file, bytes), key) : store(bytes, key);
    X509Certificate own = certificate.chain().get(0);
    if (CertificateFile.isExpired(own, now)) {
      throw file.fault(
          "contains a certificate that expired on "
              + CertificateFile.end(own)
              + "; renew it with whoever issued it.");
    }
    if (own.getNotBefore().toInstant().isAfter(now)) {
      throw file.fault(
          "contains a certificate that is not valid before "
              + own.getNotBefore().toInstant()
              + "; check the clock of this machine.");
    }
    return certificate;
  }

  private ClientCertificate pem(List<PemFile.Block> blocks, Optional<FileSetting> keyFile)
      throws FaultyFileException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemFile.Block block : blocks) {
      if (block.isCertificate()) {
        certificates.add(CertificateFile.certificate(file, block));
      }
    }
    if (certificates.isEmpty()) {
      throw file.fault("does not contain a certificate (\"-----BEGIN CERTIFICATE-----\").");
    }
    return new ClientCertificate(key(blocks, keyFile, certificates.get(0)), chain(certificates));
  }

  /** The certificates that lead from the first one to its root; others are left out. */
  private static List<X509Certificate> chain(List<X509Certificate> all) {
    List<X509Certificate> chain = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(all.get(0));
    while (next.isPresent()) {
      X509Certificate last = next.get();
      chain.add(last);
      next =
          all.stream()
              .filter(one -> !chain.contains(one))
              .filter(one -> one.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
              .findFirst();
    }
    return chain;
  }

  private PrivateKey key(
      List<PemFile.Block> blocks, Optional<FileSetting> keyFile, X509Certificate own)
      throws FaultyFileException {
    FileSetting source = keyFile.orElse(file);
    PrivateKeyFile reader = new PrivateKeyFile(source, password);
    PrivateKey key =
        keyFile.isPresent()
            ? reader.read()
            : reader
                .find(blocks)
                .orElseThrow(
                    () ->
                        file.fault(
                            "does not contain a private key; name the file that does with"
                                + " --client-key."));
    if (!isPair(own.getPublicKey(), key)) {
      throw source.fault(
          "contains a private key that does not belong to the first certificate of "
              + file.source()
              + ".");
    }
    return key;
  }

  private ClientCertificate store(byte[] bytes, Optional<FileSetting> key)
      throws FaultyFileException {
    if (key.isPresent()) {
      throw new FaultyFileException(
          key.get().source()
              + " is for certificates in PEM, and "
              + file.source()
              + " is not one; a file in PKCS#12 contains its key.");
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password.value());
      return entry(store);
    } catch (IOException | GeneralSecurityException unusable) {
      throw file.fault(
          "is neither PEM nor a file in PKCS#12 that can be opened with the password in "
              + password.source()
              + ".");
    }
  }

  private ClientCertificate entry(KeyStore store)
      throws GeneralSecurityException, FaultyFileException {
    Map<String, PrivateKey> keys = new HashMap<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password.value()) instanceof PrivateKey key) {
        keys.put(alias, key);
      }
    }
    if (keys.size() != 1) {
      throw file.fault("contains " + keys.size() + " private keys; it must contain exactly one.");
    }
    Map.Entry<String, PrivateKey> own = keys.entrySet().iterator().next();
    return new ClientCertificate(own.getValue(), chain(store.getCertificateChain(own.getKey())));
  }

  private List<X509Certificate> chain(Certificate @Nullable [] certificates)
      throws FaultyFileException {
    if (certificates == null) {
      throw file.fault("contains a private key without its certificate; export both.");
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : certificates) {
      chain.add((X509Certificate) certificate);
    }
    return chain;
  }

  /** Whether a signature of one is accepted by the other. */
  private static boolean isPair(PublicKey open, PrivateKey secret) {
    if (!open.getAlgorithm().equals(secret.getAlgorithm())) {
      return false;
    }
    String algorithm =
        switch (open.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          case "EdDSA" -> "EdDSA";
          default -> "";
        };
    if (algorithm.isEmpty()) {
      // A mismatch becomes a failed handshake.
      return true;
    }
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(secret);
      signing.update(PROBE);
      byte[] signature = signing.sign();
      signing.initVerify(open);
      signing.update(PROBE);
      return signing.verify(signature);
    } catch (GeneralSecurityException different) {
      return false;
    }
  }
}
