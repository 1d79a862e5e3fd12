package dev.dragoman.runtime.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.media.FilePart;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code multipart/form-data} and other multipart bodies (RFC 7578; RFC 2046; OpenAPI 3.2,
 * Encoding Object): scalars as text, objects as JSON, files as bytes, and each item of an array as
 * a separate part.
 */
final class MultipartBody {
  private static final String RELATED = "multipart/related";

  /** What a part without a media type is (RFC 2046, section 5.2). */
  private static final String TEXT = "text/plain";

  private static final String OCTETS = "application/octet-stream";
  private static final FieldEncoding DEFAULT =
      new FieldEncoding(Optional.empty(), Optional.empty(), false);
  private static final FieldWriter STYLED =
      new FieldWriter(PercentEncoding.NONE, PercentEncoding.NONE);

  private final Map<String, FieldEncoding> encodings;
  private final BiConsumer<String, String> problems;
  private final List<byte[]> parts = new ArrayList<>();

  /** The media type of the first part. */
  private String root = TEXT;

  MultipartBody(Map<String, FieldEncoding> encodings, BiConsumer<String, String> problems) {
    this.encodings = encodings;
    this.problems = problems;
  }

  /** The body. Equal fields produce equal bytes. */
  RequestBody write(String mediaType, ObjectNode fields) {
    fields.forEachEntry(this::field);
    return joined(mediaType);
  }

  /** A body whose parts have no names, as in {@code multipart/mixed}. */
  RequestBody write(String mediaType, List<JsonNode> items) {
    int index = 0;
    for (JsonNode item : items) {
      Head head = new Head("", "body[" + index++ + "]");
      if (!item.isNull()) {
        item(head, item, DEFAULT);
      }
    }
    return joined(mediaType);
  }

  private RequestBody joined(String mediaType) {
    String boundary = boundary();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(("--" + boundary + "\r\n").getBytes(UTF_8));
      bytes.writeBytes(part);
      bytes.writeBytes("\r\n".getBytes(UTF_8));
    }
    bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return new RequestBody(type(mediaType) + "; boundary=" + boundary, bytes.toByteArray());
  }

  /** With the media type of the root, if that is required (RFC 2387, section 3.1). */
  private String type(String mediaType) {
    String type = MediaKind.essence(mediaType);
    return type.equals(RELATED) ? type + "; type=\"" + MediaKind.essence(root) + "\"" : type;
  }

  /**
   * The name and location of a part.
   *
   * @param name the field's name; empty for a part without one
   * @param place the location of the value, for problems
   */
  private record Head(String name, String place) {}

  private void field(String name, JsonNode value) {
    FieldEncoding encoding = encodings.getOrDefault(name, DEFAULT);
    if (encoding.style().isPresent()) {
      for (Pair pair : STYLED.expand(name, value, encoding.style().get())) {
        part(new Head(pair.name(), name), null, null, pair.value().getBytes(UTF_8));
      }
      return;
    }
    List<JsonNode> items = FormBody.items(value);
    for (int index = 0; index < items.size(); index++) {
      String place = "body/" + name + (value.isArray() ? "[" + index + "]" : "");
      item(new Head(name, place), items.get(index), encoding);
    }
  }

  private void item(Head head, JsonNode item, FieldEncoding encoding) {
    Optional<String> type = encoding.concreteType();
    boolean bytes =
        encoding.isBinary()
            || (!item.isContainer()
                && type.filter(known -> MediaKind.of(known) == MediaKind.BINARY).isPresent());
    Optional<FilePart> file = bytes ? FilePart.wanted(item) : FilePart.of(item);
    if (file.isPresent()) {
      file(head, file.get(), encoding);
    } else if (bytes) {
      problems.accept(head.place(), "expected a Base64 string" + BodyWriter.OR_FILE);
    } else if (type.isPresent()) {
      BiConsumer<String, String> here = (place, problem) -> problems.accept(head.place(), problem);
      RequestBody body = new BodyWriter(Map.of(), here).write(type.get(), item);
      part(head, null, body.contentType(), body.bytes());
    } else if (item.isContainer()) {
      part(head, null, "application/json", JsonWriter.utf8(item));
    } else {
      String plain = head.name().isEmpty() ? TEXT + "; charset=utf-8" : null;
      part(head, null, plain, JsonWriter.scalarText(item).getBytes(UTF_8));
    }
  }

  private void file(Head head, FilePart file, FieldEncoding encoding) {
    Optional<byte[]> bytes = BodyWriter.bytes(file.base64());
    if (bytes.isEmpty()) {
      problems.accept(
          head.place(), "expected the bytes of the file in Base64" + BodyWriter.OR_FILE);
    }
    byte[] content = bytes.orElseGet(() -> new byte[0]);
    String type =
        file.contentType().or(() -> encoding.fileType(file.filename(), content)).orElse(OCTETS);
    RequestRules.inHeader(type)
        .ifPresent(problem -> problems.accept(head.place() + "/contentType", problem));
    part(head, file.filename(), type, content);
  }

  private void part(
      Head head, @Nullable String filename, @Nullable String contentType, byte[] content) {
    if (parts.isEmpty()) {
      root = contentType == null ? TEXT : contentType;
    }
    List<String> lines = new ArrayList<>();
    String file = filename == null ? "" : "; filename=\"" + quoted(filename) + "\"";
    if (!head.name().isEmpty()) {
      lines.add("Content-Disposition: form-data; name=\"" + quoted(head.name()) + "\"" + file);
    } else if (filename != null) {
      lines.add("Content-Disposition: attachment" + file);
    }
    if (contentType != null) {
      lines.add("Content-Type: " + contentType);
    }
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8));
    part.writeBytes(content);
    parts.add(part.toByteArray());
  }

  /** Escapes characters that would end the quoted name as browsers do (WHATWG HTML, 4.10.22.7). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A boundary derived from the parts, hashed again until no part contains it. */
  private String boundary() {
    MessageDigest digest = Sha256.start();
    parts.forEach(digest::update);
    String boundary;
    do {
      byte[] hash = digest.digest();
      boundary = "dragoman-" + HexFormat.of().formatHex(hash, 0, 16);
      digest.update(hash);
    } while (occurs(boundary));
    return boundary;
  }

  private boolean occurs(String boundary) {
    return parts.stream().anyMatch(part -> new String(part, ISO_8859_1).contains(boundary));
  }
}
