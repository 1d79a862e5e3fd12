package dev.dragoman.runtime.execute.client.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates: PEM with one or more of them, or one in DER. */
final class CertificateFile {
  private CertificateFile() {}

  /**
   * The authorities that a file contains.
   *
   * @throws FaultyFileException if there are none, one cannot be read, or all have expired
   */
  static List<X509Certificate> authorities(FileSetting file, Instant now)
      throws FaultyFileException {
    byte[] bytes = file.read();
    List<X509Certificate> certificates = new ArrayList<>();
    if (PemFile.isPem(bytes)) {
      for (PemFile.Block block : PemFile.blocks(file, bytes)) {
        if (!block.isCertificate()) {
          throw file.fault(
              block.line(),
              "\"" + block.label() + "\" is not a certificate; keep only certificates in it.");
        }
        certificates.add(certificate(file, block));
      }
    } else {
      certificates.add(certificate(file, bytes));
    }
    // Bundles of operating systems may contain an expired one, which is never used.
    if (certificates.stream().allMatch(one -> isExpired(one, now))) {
      throw file.fault(
          "contains only certificates that have expired, the last one on "
              + certificates.stream().map(CertificateFile::end).max(LocalDate::compareTo).get()
              + "; replace them.");
    }
    return certificates;
  }

  static X509Certificate certificate(FileSetting file, PemFile.Block block)
      throws FaultyFileException {
    try {
      return certificate(block.bytes());
    } catch (CertificateException | ClassCastException invalid) {
      throw file.fault(block.line(), "the certificate cannot be read; export it again.");
    }
  }

  private static X509Certificate certificate(FileSetting file, byte[] der)
      throws FaultyFileException {
    try {
      return certificate(der);
    } catch (CertificateException | ClassCastException invalid) {
      throw file.fault(
          "does not contain a certificate: neither \"-----BEGIN CERTIFICATE-----\" nor one in"
              + " DER.");
    }
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  static boolean isExpired(X509Certificate certificate, Instant now) {
    return certificate.getNotAfter().toInstant().isBefore(now);
  }

  static LocalDate end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
