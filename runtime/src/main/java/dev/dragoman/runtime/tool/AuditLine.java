package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log line of one call: who (as a hash), which operation, how it ended, how long it took. */
final class AuditLine {
  private static final Logger LOG = LoggerFactory.getLogger("audit");
  private static final int HASH_BYTES = 6;

  private final String operation;
  private final Caller caller;
  private final long start = System.nanoTime();

  private AuditLine(String operation, Caller caller) {
    this.operation = operation;
    this.caller = caller;
  }

  static AuditLine start(String operation, Caller caller) {
    return new AuditLine(operation, caller);
  }

  /** Writes the line. */
  void end(String outcome) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "{} by {} ({}, {}): {}, {} ms",
          operation,
          principal(caller).map(AuditLine::hash).orElse("anonymous"),
          caller.accessMode().word(),
          caller.authMode().word(),
          outcome,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
  }

  private static Optional<String> principal(Caller caller) {
    return caller.credential().map(Secret::reveal).or(() -> caller.grant().map(Grant::subject));
  }

  /** Tells callers apart without telling their keys: 48 bits of SHA-256. */
  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
