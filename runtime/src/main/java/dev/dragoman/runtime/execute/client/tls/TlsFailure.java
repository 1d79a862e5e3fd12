package dev.dragoman.runtime.execute.client.tls;

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
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains in words why TLS could not be established, and who can change that. */
public final class TlsFailure {
  private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");

  /** Alerts about the certificate of the client (RFC 8446, section 6.2). */
  private static final Set<String> OF_CLIENT =
      Set.of(
          "access_denied",
          "bad_certificate",
          "certificate_expired",
          "certificate_required",
          "certificate_revoked",
          "certificate_unknown",
          "unknown_ca",
          "unsupported_certificate");

  private static final String RENEW = "The operator of the API has to replace it.";

  private TlsFailure() {}

  /**
   * The reason for a failure, starting in lower case, followed by a sentence on what to do.
   *
   * @param failure as thrown by the JVM
   * @param certificate whether a client certificate was available to the connection
   */
  public static String explain(Throwable failure, boolean certificate) {
    Matcher alert = ALERT.matcher(text(failure));
    return alert.find() ? alert(alert.group(1), certificate) : own(failure, certificate);
  }

  private static String alert(String name, boolean certificate) {
    if (OF_CLIENT.contains(name)) {
      return certificate
          ? "the API did not accept this server's client certificate (alert "
              + name
              + "). The operator of this server can check --client-certificate."
          : missing(name);
    }
    return switch (name) {
      case "protocol_version" -> version();
      case "unrecognized_name" ->
          "the API does not know the host name of its URL (alert unrecognized_name). The operator"
              + " of this server can check the base URL.";
      case "handshake_failure" ->
          certificate
              ? "the API did not accept this server's client certificate, or has no cipher suite in"
                  + " common with this server (alert handshake_failure). The operator of this server"
                  + " can check --client-certificate."
              : missing(name)
                  .replace(" (alert", ", or has no cipher suite in common with this server (alert");
      default -> "the API ended the TLS handshake (alert " + name + ").";
    };
  }

  private static String missing(String alert) {
    return "the API requires a client certificate (alert "
        + alert
        + "), and this server has none. The operator of this server can set one with"
        + " --client-certificate and --client-key.";
  }

  private static String version() {
    return "the API supports only TLS versions before 1.2, which are not secure. The operator of the"
        + " API has to enable TLS 1.2 or 1.3.";
  }

  /** What this side rejected. */
  private static String own(Throwable failure, boolean certificate) {
    if (is(failure, CertificateExpiredException.class, BasicReason.EXPIRED)) {
      return "its certificate has expired. "
          + RENEW
          + " If it is valid, the clock of this machine is wrong.";
    } else if (is(failure, CertificateNotYetValidException.class, BasicReason.NOT_YET_VALID)) {
      return "its certificate is not valid yet. The clock of this machine may be wrong.";
    } else if (causes(failure).anyMatch(CertPathBuilderException.class::isInstance)) {
      return "its certificate is self-signed, or signed by an authority that this server does not"
          + " trust. If it is the right one, the operator of this server can name a file with the"
          + " certificate of the authority: --ca-file FILE.";
    } else if (is(failure, null, BasicReason.REVOKED)) {
      return "its certificate has been revoked. " + RENEW;
    } else if (is(failure, null, BasicReason.ALGORITHM_CONSTRAINED)) {
      return "its certificate uses a key or signature that is not secure. " + RENEW;
    } else if (causes(failure).anyMatch(TlsFailure::isAboutName)) {
      return "its certificate is for another host. The operator of this server can check the base"
          + " URL.";
    }
    return protocol(failure, certificate);
  }

  private static String protocol(Throwable failure, boolean certificate) {
    String text = text(failure).toLowerCase(Locale.ROOT);
    if (text.contains("protocol version")) {
      return version();
    } else if (text.contains("ssl message")) {
      return "its port does not use TLS. The operator of this server can check scheme and port of"
          + " the base URL.";
    } else if (causes(failure).anyMatch(TlsFailure::isEnd)) {
      return "it closed the connection during the TLS handshake. "
          + (certificate
              ? "It may not accept this server's client certificate (--client-certificate)"
              : "It may require a client certificate, which the operator of this server can set with"
                  + " --client-certificate and --client-key")
          + ", or its port may not use TLS.";
    }
    return "the TLS handshake failed.";
  }

  private static boolean is(
      Throwable failure, @Nullable Class<? extends CertificateException> type, BasicReason reason) {
    return causes(failure)
        .anyMatch(
            cause ->
                (type != null && type.isInstance(cause))
                    || (cause instanceof CertPathValidatorException path
                        && path.getReason() == reason));
  }

  /** A server that refuses a connection may close it before its alert can be read. */
  private static boolean isEnd(Throwable cause) {
    return cause instanceof EOFException
        || cause instanceof SocketException
        || (cause instanceof IOException
            && String.valueOf(cause.getMessage()).matches("Broken pipe|Connection reset.*"));
  }

  /** Exceptions of host names have no type of their own (RFC 6125; RFC 9525). */
  private static boolean isAboutName(Throwable cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    return cause instanceof CertificateException
        && List.of("No name matching", "No subject alternative", "Illegal given domain name")
            .stream()
            .anyMatch(message::startsWith);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
  }

  private static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    causes(failure).forEach(cause -> text.append(cause.getMessage()).append('\n'));
    return text.toString();
  }
}
