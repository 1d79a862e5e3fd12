package dev.dragoman.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.runtime.ApiRequest.Pair;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * Writes {@code multipart/form-data} (RFC 7578; OpenAPI 3.2, Encoding Object): scalars as text,
 * objects as JSON, files as bytes, each item of an array as a part of its own.
 */
final class MultipartBody {
  private static final FieldStyle STYLED =
      new FieldStyle(PercentEncoding.NONE, PercentEncoding.NONE);

  private final Map<String, FieldEncoding> encodings;
  private final BiConsumer<String, String> problems;
  private final List<byte[]> parts = new ArrayList<>();

  MultipartBody(Map<String, FieldEncoding> encodings, BiConsumer<String, String> problems) {
    this.encodings = encodings;
    this.problems = problems;
  }

  /** The body. The same fields give the same bytes. */
  RequestBody write(String mediaType, ObjectNode fields) {
    fields.forEachEntry(this::field);
    String boundary = boundary();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(("--" + boundary + "\r\n").getBytes(UTF_8));
      bytes.writeBytes(part);
      bytes.writeBytes("\r\n".getBytes(UTF_8));
    }
    bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    String type = MediaKind.essence(mediaType) + "; boundary=" + boundary;
    return new RequestBody(type, bytes.toByteArray());
  }

  private void field(String name, JsonNode value) {
    FieldEncoding encoding = encodings.get(name);
    ParameterStyle style = encoding == null ? null : encoding.style().orElse(null);
    String contentType = encoding == null ? null : encoding.contentType().orElse(null);
    if (style != null && style.kind() != ParameterStyle.Kind.JSON) {
      for (Pair pair : STYLED.expand(name, value, style)) {
        part(pair.name(), null, null, pair.value().getBytes(UTF_8));
      }
      return;
    }
    for (JsonNode item : FormBody.items(value)) {
      Optional<FilePart> file = FilePart.of(item);
      if (file.isPresent()) {
        file(name, file.get());
      } else if (item.isContainer() || style != null) {
        part(
            name,
            null,
            contentType == null ? "application/json" : contentType,
            Jsons.write(item).getBytes(UTF_8));
      } else {
        part(name, null, contentType, Jsons.scalarText(item).getBytes(UTF_8));
      }
    }
  }

  private void file(String name, FilePart file) {
    Optional<byte[]> bytes = BodyWriter.bytes(file.base64());
    if (bytes.isEmpty()) {
      problems.accept("body/" + name + "/base64", "expected the bytes of the file in Base64");
    }
    SafeText.inHeader(file.contentType())
        .ifPresent(problem -> problems.accept("body/" + name + "/contentType", problem));
    part(name, file.filename(), file.contentType(), bytes.orElseGet(() -> new byte[0]));
  }

  private void part(
      String name, @Nullable String filename, @Nullable String contentType, byte[] content) {
    String head = "Content-Disposition: form-data; name=\"" + quoted(name) + "\"";
    head += filename == null ? "" : "; filename=\"" + quoted(filename) + "\"";
    head += contentType == null ? "" : "\r\nContent-Type: " + contentType;
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes((head + "\r\n\r\n").getBytes(UTF_8));
    part.writeBytes(content);
    parts.add(part.toByteArray());
  }

  /** What would end the quoted name is written as browsers do (WHATWG HTML, 4.10.22.7). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A boundary made from the parts, hashed again until none of them holds it. */
  private String boundary() {
    MessageDigest digest = sha256();
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
