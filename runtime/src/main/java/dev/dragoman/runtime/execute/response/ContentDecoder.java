package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.UpstreamException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Decodes {@code Content-Encoding} (RFC 9110, section 8.4) while a body arrives. */
final class ContentDecoder {
  /** Maximum number of nested codings; more than that is an attack (a decompression bomb). */
  private static final int MAX_CODINGS = 3;

  /** Codings of the IANA registry that are not supported. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "aes128gcm", "br", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress", "zstd");

  private static final Set<String> SUPPORTED = Set.of("gzip", "x-gzip", "deflate");

  private ContentDecoder() {}

  /**
   * The codings of a body. A value that is not a content coding at all, such as {@code UTF-8} or
   * {@code none}, is a mistake of the server, whose body is not encoded.
   *
   * @param values of {@code Content-Encoding}, each one coding, in the order in which they were
   *     applied
   * @throws UpstreamException if there are too many
   */
  static List<String> codings(List<String> values) {
    List<String> codings =
        values.stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .filter(value -> SUPPORTED.contains(value) || UNSUPPORTED.contains(value))
            .toList();
    if (codings.size() > MAX_CODINGS) {
      throw new UpstreamException("The API's response is compressed more than three times.");
    }
    return codings;
  }

  /**
   * The decoded content, which must be closed. Empty content is not decoded, whatever its codings.
   *
   * @throws IOException if the content does not match its codings, here or while it is read
   * @throws UpstreamException if one of them is not supported
   */
  static InputStream decoded(InputStream body, List<String> codings) throws IOException {
    InputStream decoded = body;
    for (int index = codings.size() - 1; index >= 0; index--) {
      BufferedInputStream encoded = new BufferedInputStream(decoded);
      byte[] start = start(encoded);
      if (start.length == 0) {
        return encoded;
      }
      decoded = decoder(encoded, codings.get(index), start);
    }
    return decoded;
  }

  private static byte[] start(BufferedInputStream encoded) throws IOException {
    encoded.mark(2);
    byte[] start = encoded.readNBytes(2);
    encoded.reset();
    return start;
  }

  private static InputStream decoder(InputStream encoded, String coding, byte[] start)
      throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(encoded);
      case "deflate" -> new Deflated(encoded, isZlib(start));
      default ->
          throw new UpstreamException(
              "The API's response has a content coding that was not requested: " + coding + ".");
    };
  }

  /**
   * Deflate is defined as the zlib format (RFC 9110, section 8.4.1.2); some servers send it raw.
   */
  private static boolean isZlib(byte[] start) {
    return start.length > 1
        && (start[0] & 0x0F) == 8
        && ((start[0] & 0xFF) << 8 | (start[1] & 0xFF)) % 31 == 0;
  }

  /** Releases its native memory when it is closed. */
  private static final class Deflated extends InflaterInputStream {
    Deflated(InputStream encoded, boolean zlib) {
      super(encoded, new Inflater(!zlib));
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
