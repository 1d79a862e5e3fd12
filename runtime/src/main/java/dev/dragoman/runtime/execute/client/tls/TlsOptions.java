package dev.dragoman.runtime.execute.client.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom TLS connections trust, and the certificate with which they identify this server. Contexts
 * are created on first use, because reading the trust store of the JVM takes a while. Thread-safe.
 */
public final class TlsOptions {
  /** The trust store and the key store of the JVM. */
  public static final TlsOptions JVM = new TlsOptions(List.of(), Optional.empty());

  private final List<X509Certificate> authorities;
  private final Optional<ClientCertificate> certificate;
  private @Nullable SSLContext plain;
  private @Nullable SSLContext identified;

  /**
   * Creates options.
   *
   * @param authorities trusted in addition to the trust store of the JVM
   * @param certificate presented to servers that are allowed to see it and request one
   */
  public TlsOptions(List<X509Certificate> authorities, Optional<ClientCertificate> certificate) {
    this.authorities = List.copyOf(authorities);
    this.certificate = certificate;
  }

  /**
   * Whether a server that is allowed to see a client certificate gets one: a configured one, or one
   * of the JVM's key store, which {@link SSLContext#getDefault} uses.
   */
  public boolean hasCertificate() {
    return certificate.isPresent() || (authorities.isEmpty() && hasKeyStore());
  }

  private static boolean hasKeyStore() {
    String file = System.getProperty("javax.net.ssl.keyStore", "");
    return !file.isEmpty() && !file.equals("NONE");
  }

  /**
   * The context of a connection.
   *
   * @param identifying whether the server may see the client certificate
   * @throws SSLException if the trust store of the JVM cannot be used
   */
  public SSLContext context(boolean identifying) throws SSLException {
    try {
      return identifying && certificate.isPresent() ? identified() : plain();
    } catch (GeneralSecurityException | IOException unusable) {
      throw new SSLException("the JVM's trust store cannot be used", unusable);
    }
  }

  private synchronized SSLContext plain() throws GeneralSecurityException, IOException {
    if (authorities.isEmpty()) {
      return SSLContext.getDefault();
    }
    SSLContext context = plain == null ? create(new KeyManager[0]) : plain;
    plain = context;
    return context;
  }

  private synchronized SSLContext identified() throws GeneralSecurityException, IOException {
    SSLContext context =
        identified == null ? create(certificate.orElseThrow().managers()) : identified;
    identified = context;
    return context;
  }

  private SSLContext create(KeyManager[] keys) throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, authorities.isEmpty() ? null : trust(), null);
    return context;
  }

  /** One set of trust anchors, so that a failure has one reason. */
  private TrustManager[] trust() throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    int count = 0;
    for (X509Certificate authority : authorities) {
      anchors.setCertificateEntry("own-" + count++, authority);
    }
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager jvm) {
        for (X509Certificate authority : jvm.getAcceptedIssuers()) {
          anchors.setCertificateEntry("jvm-" + count++, authority);
        }
      }
    }
    return managers(anchors);
  }

  private static TrustManager[] managers(@Nullable KeyStore anchors)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    return factory.getTrustManagers();
  }
}
