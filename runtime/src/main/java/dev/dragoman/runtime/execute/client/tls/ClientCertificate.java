package dev.dragoman.runtime.execute.client.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificate with which this server identifies itself to the API. {@link #toString} does not
 * reveal the key.
 *
 * @param key the private key of the first certificate
 * @param chain the certificate, followed by those of its issuers
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
  public ClientCertificate {
    Objects.requireNonNull(key);
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("the chain must not be empty");
    }
  }

  /** Supplies the certificate to TLS. */
  KeyManager[] managers() throws GeneralSecurityException {
    char[] unused = {};
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, unused);
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    store.setKeyEntry("client", key, unused, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, unused);
    return factory.getKeyManagers();
  }

  @Override
  public String toString() {
    return "ClientCertificate[***]";
  }
}
