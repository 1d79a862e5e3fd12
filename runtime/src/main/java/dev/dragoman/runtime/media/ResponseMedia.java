package dev.dragoman.runtime.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media type of a response body.
 *
 * @param type type and subtype in lower case; empty if the response does not specify it
 * @param charset the declared character set, if it is known
 */
public record ResponseMedia(String type, Optional<Charset> charset) {
  /** How many characters are decoded at once. */
  private static final int CHUNK = 4_096;

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXTS =
      Pattern.compile(
          "application/(.*\\+)?(xml|yaml|x-yaml|javascript|x-javascript|ecmascript|graphql|sql|toml"
              + "|csv|jwt|x-ndjson|ndjson|jsonl|x-jsonlines|json-seq|x-www-form-urlencoded|http|x-sh"
              + "|x-pem-file|pem-certificate-chain|rtf)");

  public static ResponseMedia of(Optional<String> contentType) {
    String whole = contentType.orElse("");
    int parameters = whole.indexOf(';');
    String type = parameters < 0 ? whole : whole.substring(0, parameters);
    Matcher charset = CHARSET.matcher(whole);
    // Without a slash it is no media type (RFC 9110, section 8.3.1), and says nothing.
    return new ResponseMedia(
        type.indexOf('/') < 0 ? "" : type.strip().toLowerCase(Locale.ROOT),
        charset.find() ? named(charset.group(1)) : Optional.empty());
  }

  private static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  public boolean isJson() {
    return type.isEmpty() || type.endsWith("+json") || MediaKind.of(type) == MediaKind.JSON;
  }

  /** The text of a body; empty if the body is bytes. */
  public Optional<String> text(byte[] body) {
    if (type.isEmpty() || MediaKind.of(type) == MediaKind.MULTIPART) {
      return utf8(body);
    } else if (isBytes()) {
      return Optional.empty();
    }
    return charset
        .map(declared -> new String(body, declared))
        .or(() -> utf8(body))
        .or(() -> Optional.of(new String(body, StandardCharsets.ISO_8859_1)));
  }

  private boolean isBytes() {
    boolean unknown = MediaKind.of(type) == MediaKind.BINARY && !TEXTS.matcher(type).matches();
    return unknown || type.startsWith("image/");
  }

  /**
   * JSON in UTF-8 (RFC 8259, section 8.1), if it is in a charset such as ISO 8859-1 now; empty if
   * nothing has to be changed.
   */
  public Optional<byte[]> jsonInUtf8(byte[] body) {
    if (!isJson()
        || type.isEmpty()
        || beginsAsUtf8(body)
        || BodyCharset.wide(this, body).isPresent()) {
      return Optional.empty();
    }
    Charset actual =
        charset
            .filter(declared -> !declared.equals(StandardCharsets.UTF_8))
            .orElse(StandardCharsets.ISO_8859_1);
    return Optional.of(new String(body, actual).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether the bytes are UTF-8, or the beginning of such a text: the end may have been cut off
   * inside a character. Nearly all JSON is ASCII, and none of it is copied.
   */
  private static boolean beginsAsUtf8(byte[] body) {
    int ascii = 0;
    while (ascii < body.length && body[ascii] >= 0) {
      ascii++;
    }
    if (ascii == body.length) {
      return true;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(body, ascii, body.length - ascii);
    CharBuffer decoded = CharBuffer.allocate(Math.min(rest.remaining() + 1, CHUNK));
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      decoded.clear();
      result = decoder.decode(rest, decoded, false);
    }
    return result.isUnderflow();
  }

  private static Optional<String> utf8(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
