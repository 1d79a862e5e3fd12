package dev.dragoman.runtime.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXTS =
      Pattern.compile(
          "application/(.*\\+)?(xml|yaml|x-yaml|javascript|ecmascript|graphql|sql|toml|csv|jwt"
              + "|x-ndjson|ndjson|jsonl|x-jsonlines|json-seq|x-www-form-urlencoded|http|x-sh"
              + "|x-pem-file|pem-certificate-chain|rtf)");

  public static ResponseMedia of(Optional<String> contentType) {
    String whole = contentType.orElse("");
    int parameters = whole.indexOf(';');
    String type = parameters < 0 ? whole : whole.substring(0, parameters);
    Matcher charset = CHARSET.matcher(whole);
    return new ResponseMedia(
        type.strip().toLowerCase(Locale.ROOT),
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
    return type.isEmpty() || type.endsWith("/json") || type.endsWith("+json");
  }

  /** The text of a body; empty if the body is bytes. */
  public Optional<String> text(byte[] body) {
    if (type.isEmpty()) {
      return utf8(body);
    } else if (!isJson() && !type.startsWith("text/") && !TEXTS.matcher(type).matches()) {
      return Optional.empty();
    }
    return charset
        .map(declared -> new String(body, declared))
        .or(() -> utf8(body))
        .or(() -> Optional.of(new String(body, StandardCharsets.ISO_8859_1)));
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
