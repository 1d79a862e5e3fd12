package dev.dragoman.runtime.execute.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the failure of a handshake means, and whose it is: the API's, the operator's, or nobody's.
 */
class TlsFailureTest {

  /** RFC 8446, section 6.2; what is said without and with a client certificate. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          certificate_required | the API requires a client certificate (alert certificate_required), and this server has none. | the API did not accept this server's client certificate (alert certificate_required).
          bad_certificate      | the API requires a client certificate (alert bad_certificate), and this server has none.      | the API did not accept this server's client certificate (alert bad_certificate).
          unknown_ca           | the API requires a client certificate (alert unknown_ca), and this server has none.           | the API did not accept this server's client certificate (alert unknown_ca).
          handshake_failure    | the API requires a client certificate, or has no cipher suite in common with this server      | the API did not accept this server's client certificate, or has no cipher suite in common
          protocol_version     | the API supports only TLS versions before 1.2, which are not secure.                          | the API supports only TLS versions before 1.2, which are not secure.
          unrecognized_name    | the API does not know the host name of its URL (alert unrecognized_name).                     | the API does not know the host name of its URL (alert unrecognized_name).
          internal_error       | the API ended the TLS handshake (alert internal_error).                                       | the API ended the TLS handshake (alert internal_error).
          """)
  void alertsOfTheApi(String alert, String without, String with) {
    SSLException failure = new SSLHandshakeException("Received fatal alert: " + alert);
    assertThat(TlsFailure.explain(failure, false)).startsWith(without);
    assertThat(TlsFailure.explain(failure, true)).startsWith(with);
  }

  /** RFC 8446 names more alerts about certificates than a server of the JDK sends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_denied",
        "certificate_expired",
        "certificate_revoked",
        "certificate_unknown",
        "unsupported_certificate"
      })
  void alertsAboutTheClientCertificateNameItsFlag(String alert) {
    SSLException failure = new SSLException("x", new IOException("Received fatal alert: " + alert));
    assertThat(TlsFailure.explain(failure, true)).contains("check --client-certificate");
    assertThat(TlsFailure.explain(failure, false))
        .contains("--client-certificate and --client-key");
  }

  static Stream<Arguments> ownFailures() {
    return Stream.of(
        Arguments.of(new CertificateExpiredException("d"), "its certificate has expired. "),
        Arguments.of(path(BasicReason.EXPIRED), "its certificate has expired. "),
        Arguments.of(
            new CertificateNotYetValidException("d"),
            "its certificate is not valid yet. The clock of this machine may be wrong."),
        Arguments.of(path(BasicReason.NOT_YET_VALID), "its certificate is not valid yet. "),
        Arguments.of(
            new CertPathBuilderException("unable to find valid certification path"),
            "its certificate is self-signed, or signed by an authority that this server does not"
                + " trust."),
        Arguments.of(
            path(BasicReason.REVOKED),
            "its certificate has been revoked. The operator of the API has to replace it."),
        Arguments.of(
            path(BasicReason.ALGORITHM_CONSTRAINED),
            "its certificate uses a key or signature that is not secure. The operator of the API"),
        Arguments.of(path(BasicReason.INVALID_SIGNATURE), "the TLS handshake failed."),
        Arguments.of(
            new CertificateException("No name matching api.test found"),
            "its certificate is for another host. "),
        Arguments.of(
            new CertificateException("No subject alternative names present"),
            "its certificate is for another host. "),
        Arguments.of(
            new CertificateException("Illegal given domain name: _x"),
            "its certificate is for another host. "),
        Arguments.of(new CertificateException("Unparseable"), "the TLS handshake failed."),
        Arguments.of(new CertificateException((String) null), "the TLS handshake failed."),
        Arguments.of(
            new IOException("No name matching api.test found"), "the TLS handshake failed."),
        Arguments.of(
            new SSLException("Unsupported or unrecognized SSL message"),
            "its port does not use TLS. "),
        Arguments.of(
            new SSLHandshakeException("The server selected protocol version TLS11 is not accepted"),
            "the API supports only TLS versions before 1.2"));
  }

  private static Exception path(BasicReason reason) {
    return new CertPathValidatorException("why", null, null, -1, reason);
  }

  @ParameterizedTest
  @MethodSource("ownFailures")
  void whatThisSideRejects(Exception cause, String expected) {
    for (boolean certificate : List.of(true, false)) {
      assertThat(TlsFailure.explain(cause, certificate)).startsWith(expected);
      assertThat(TlsFailure.explain(new SSLHandshakeException("x").initCause(cause), certificate))
          .startsWith(expected);
    }
  }

  static Stream<Exception> ends() {
    return Stream.of(
        new EOFException("SSL peer shut down incorrectly"),
        new SocketException("Connection reset"),
        new IOException("Broken pipe"),
        new IOException("Connection reset by peer"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aServerThatHangsUpMayMissACertificate(Exception end) {
    SSLException failure = new SSLException("handshake", end);
    assertThat(TlsFailure.explain(failure, false))
        .startsWith("it closed the connection during the TLS handshake. It may require a client")
        .endsWith(", or its port may not use TLS.");
    assertThat(TlsFailure.explain(failure, true))
        .contains("It may not accept this server's client certificate (--client-certificate), or");
  }

  @Test
  void anyOtherEndIsOnlyAFailure() {
    assertThat(TlsFailure.explain(new IOException("closed"), false))
        .isEqualTo("the TLS handshake failed.");
  }

  @Test
  void causesInACircleAreReadOnce() {
    IOException one = new IOException("one");
    IOException two = new IOException("two", one);
    one.initCause(two);
    assertThat(TlsFailure.explain(one, false)).isEqualTo("the TLS handshake failed.");
  }
}
