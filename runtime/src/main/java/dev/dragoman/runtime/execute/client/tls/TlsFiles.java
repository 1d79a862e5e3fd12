package dev.dragoman.runtime.execute.client.tls;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the files that the operator names, and reports what is wrong with each. */
public final class TlsFiles {
  private final Clock clock;
  private final Consumer<String> problems;

  /**
   * Creates a reader.
   *
   * @param problems receives a sentence per file that cannot be used, with setting, file and line
   */
  public TlsFiles(Clock clock, Consumer<String> problems) {
    this.clock = clock;
    this.problems = problems;
  }

  /** The authorities in a file with certificates in PEM, or one in DER. */
  public List<X509Certificate> authorities(FileSetting file) {
    try {
      return CertificateFile.authorities(file, clock.instant());
    } catch (FaultyFileException e) {
      problems.accept(e.getMessage());
      return List.of();
    }
  }

  /**
   * The client certificate in a file in PEM or PKCS#12.
   *
   * @param key the file with its private key in PEM; empty if it is in the same file
   */
  public Optional<ClientCertificate> certificate(
      FileSetting file, Optional<FileSetting> key, Password password) {
    try {
      return Optional.of(new ClientCertificateFile(file, password).read(key, clock.instant()));
    } catch (FaultyFileException e) {
      problems.accept(e.getMessage());
      key.flatMap(other -> problem(other, password))
          .filter(message -> !message.equals(e.getMessage()))
          .ifPresent(problems);
      return Optional.empty();
    }
  }

  private static Optional<String> problem(FileSetting key, Password password) {
    try {
      new PrivateKeyFile(key, password).read();
      return Optional.empty();
    } catch (FaultyFileException e) {
      return Optional.of(e.getMessage());
    }
  }
}
