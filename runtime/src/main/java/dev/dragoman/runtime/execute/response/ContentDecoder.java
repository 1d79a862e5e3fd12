package dev.dragoman.runtime.execute.response;

import dev.dragoman.runtime.execute.UpstreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes {@code Content-Encoding} (RFC 9110, section 8.4), up to a number of bytes. */
final class ContentDecoder {
  /** Codings one upon another; more than that is no honest answer. */
  private static final int MAX_CODINGS = 3;

  private static final int CHUNK = 64 * 1024;

  private final int maxBytes;
  private final ResponseMemory.Share memory;

  ContentDecoder(int maxBytes, ResponseMemory.Share memory) {
    this.maxBytes = maxBytes;
    this.memory = memory;
  }

  /**
   * The decoded body.
   *
   * @param codings in the order they were applied
   * @throws UpstreamException if the body is broken, too long, or coded in an unknown way
   */
  byte[] decode(byte[] body, List<String> codings) {
    if (codings.size() > MAX_CODINGS) {
      throw new UpstreamException("The API's answer is compressed more than three times over.");
    }
    byte[] decoded = body;
    for (int index = codings.size() - 1; index >= 0 && decoded.length > 0; index--) {
      decoded = decode(decoded, codings.get(index).strip().toLowerCase(Locale.ROOT));
    }
    return decoded;
  }

  private byte[] decode(byte[] body, String coding) {
    try {
      return switch (coding) {
        case "identity", "" -> body;
        case "gzip", "x-gzip" -> bounded(new GZIPInputStream(new ByteArrayInputStream(body)));
        case "deflate" -> bounded(inflater(body));
        default ->
            throw new UpstreamException(
                "The API answered in a content coding that was not asked for: " + coding + ".");
      };
    } catch (IOException broken) {
      throw new UpstreamException(
          "The API's answer is broken: it says " + coding + " but cannot be decompressed.");
    }
  }

  /** Deflate is meant in the zlib format; some servers send it raw. */
  private static InputStream inflater(byte[] body) {
    boolean zlib =
        body.length > 1
            && (body[0] & 0x0F) == 8
            && ((body[0] & 0xFF) << 8 | (body[1] & 0xFF)) % 31 == 0;
    return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!zlib));
  }

  private byte[] bounded(InputStream decoded) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (decoded) {
      byte[] chunk = decoded.readNBytes(CHUNK);
      while (chunk.length > 0) {
        if (chunk.length > maxBytes - bytes.size()) {
          throw BoundedBody.tooLong(maxBytes);
        }
        memory.take(chunk.length);
        bytes.writeBytes(chunk);
        chunk = decoded.readNBytes(CHUNK);
      }
    }
    return bytes.toByteArray();
  }
}
