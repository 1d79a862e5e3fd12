package dev.dragoman.runtime.transport.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** A rendered document, plain and compressed. Immutable. */
public final class PageDocument {
  private static final int TAG_BYTES = 12;

  private final String mediaType;
  private final Map<String, String> headers;
  private final byte[] plain;
  private final byte[] compressed;
  private final String digest;

  private PageDocument(String mediaType, Map<String, String> headers, byte[] plain) {
    this.mediaType = mediaType;
    this.headers = headers;
    this.plain = plain;
    this.compressed = gzip(plain);
    this.digest = digest(plain);
  }

  /**
   * A document of this text, encoded as UTF-8.
   *
   * @param mediaType with its charset
   * @param headers further response headers, such as a content security policy
   */
  public static PageDocument of(String mediaType, String text, Map<String, String> headers) {
    return new PageDocument(
        Objects.requireNonNull(mediaType),
        Map.copyOf(headers),
        text.getBytes(StandardCharsets.UTF_8));
  }

  public String mediaType() {
    return mediaType;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The content; read-only. */
  public ByteBuffer content(boolean gzip) {
    return ByteBuffer.wrap(gzip ? compressed : plain).asReadOnlyBuffer();
  }

  /** The strong entity tag of one of the two representations (RFC 9110, section 8.8.3). */
  public String entityTag(boolean gzip) {
    return '"' + digest + (gzip ? "-gz" : "") + '"';
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] plain) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(plain);
      return HexFormat.of().formatHex(whole, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
