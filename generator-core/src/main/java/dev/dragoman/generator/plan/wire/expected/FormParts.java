package dev.dragoman.generator.plan.wire.expected;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.generator.plan.BodyPlan.Field;
import dev.dragoman.generator.plan.BodyPlan.FieldStyle;
import dev.dragoman.testing.WireText;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The parts of {@code multipart/form-data} (RFC 7578; OpenAPI 3.2, Encoding Object): scalars as
 * text, objects as JSON, files as bytes, and each item of an array as a separate part. The sender
 * generates the boundary; this class uses the placeholder of {@link WireText}.
 */
final class FormParts {
  private static final String OPEN = "--" + WireText.BOUNDARY + "\r\n";
  private static final Field DEFAULT = new Field(Optional.empty(), Optional.empty(), false);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private FormParts() {}

  /** The body of a form; empty if a field has a content type that this package does not support. */
  static Optional<ExpectedBody> body(JsonNode form, Map<String, Field> fields) {
    FormParts parts = new FormParts();
    for (Map.Entry<String, JsonNode> member : form.properties()) {
      Field how = fields.getOrDefault(member.getKey(), DEFAULT);
      if (!parts.field(member.getKey(), member.getValue(), how)) {
        return Optional.empty();
      }
    }
    parts.write("--" + WireText.BOUNDARY + "--\r\n");
    String type = "multipart/form-data; boundary=" + WireText.BOUNDARY;
    return Optional.of(new ExpectedBody(type, parts.out.toByteArray()));
  }

  /** Adds a field; returns false if this package does not support its encoding. */
  private boolean field(String name, JsonNode value, Field how) {
    if (how.style().isPresent()) {
      Texts.defined(value).ifPresent(defined -> styled(name, defined, how.style().get()));
      return true;
    }
    List<JsonNode> items = FormFields.items(value).toList();
    return items.stream().allMatch(item -> item(name, item, how));
  }

  private void styled(String name, JsonNode value, FieldStyle style) {
    new Expansion(
            Expansion.Operator.QUERY, style.style(), style.explode(), Escape.NONE, Escape.NONE)
        .pairs(name, value)
        .forEach(pair -> part(pair.name().orElse(""), "", pair.value().getBytes(UTF_8)));
  }

  private boolean item(String name, JsonNode item, Field how) {
    if (item.has("base64")) {
      return false;
    }
    Optional<String> type = how.contentType();
    if (how.binary() || type.filter(known -> Media.of(known) == Media.BYTES).isPresent()) {
      Optional<byte[]> bytes = ExpectedBody.bytes(item);
      String known = type.orElse("application/octet-stream");
      bytes.ifPresent(b -> part(name, "; filename=\"file\"", "Content-Type: " + known, b));
      return bytes.isPresent() && !known.contains("*") && !known.contains(",");
    } else if (type.isPresent()) {
      Optional<ExpectedBody> content = ExpectedBody.of(type.get(), item, Map.of());
      content.ifPresent(body -> part(name, "Content-Type: " + body.type(), body.bytes()));
      return content.isPresent();
    }
    String header = item.isContainer() ? "Content-Type: application/json" : "";
    part(name, header, Texts.plain(item).getBytes(UTF_8));
    return true;
  }

  private void part(String name, String type, byte[] content) {
    part(name, "", type, content);
  }

  private void part(String name, String file, String type, byte[] content) {
    String quoted = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    write(OPEN + "Content-Disposition: form-data; name=\"" + quoted + "\"" + file + "\r\n");
    write(type.isEmpty() ? "\r\n" : type + "\r\n\r\n");
    out.writeBytes(content);
    write("\r\n");
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }
}
