package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.MediaTypeModel.Encoding;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.plan.BodyPlan.Field;
import dev.dragoman.generator.plan.BodyPlan.FieldStyle;
import dev.dragoman.generator.plan.media.MediaTypeNames;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans how form fields are written (OpenAPI 3.2, "Encoding Object"). */
final class FieldPlanner {
  private final SchemaLookup schemas;

  FieldPlanner(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** The fields that are not written in the default way, of all forms among the media types. */
  Map<String, Field> fields(List<MediaTypeModel> content) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (MediaTypeModel media : content) {
      if (MediaTypeNames.isForm(media.name())) {
        ofForm(media).forEach(fields::putIfAbsent);
      }
    }
    return fields;
  }

  private Map<String, Field> ofForm(MediaTypeModel media) {
    Map<String, Field> fields = new LinkedHashMap<>();
    boolean multipart = MediaTypeNames.isMultipart(media.name());
    Json.Obj form = schemas.resolve(media.schema());
    properties(form)
        .forEach(
            (name, schema) -> {
              Json.Obj value = item(schema);
              if (multipart && isBinary(value)) {
                fields.put(name, new Field(Optional.empty(), mediaType(value), true));
              }
            });
    media
        .encodings()
        .forEach(
            (name, encoding) ->
                field(encoding, Optional.ofNullable(fields.get(name)))
                    .ifPresent(f -> fields.put(name, f)));
    return fields;
  }

  /** The properties of a form and of its alternatives; of equal names, the first one. */
  private Map<String, Json> properties(Json.Obj form) {
    Map<String, Json> properties = new LinkedHashMap<>();
    collect(form, Collections.newSetFromMap(new IdentityHashMap<>()), properties);
    return properties;
  }

  private void collect(Json.Obj schema, Set<Json.Obj> seen, Map<String, Json> into) {
    if (!seen.add(schema)) {
      return;
    }
    schemas.properties(schema).forEach(into::putIfAbsent);
    for (Json.Obj part : schemas.parts(schema)) {
      Stream.of("oneOf", "anyOf")
          .flatMap(union -> part.items(union).stream())
          .forEach(one -> collect(schemas.resolve(one), seen, into));
    }
  }

  /**
   * The encoding of a field. A file may have several media types, of which the file decides. If any
   * of {@code style}, {@code explode} and {@code allowReserved} is present, {@code contentType} is
   * ignored (OpenAPI 3.2, Encoding Object).
   */
  private static Optional<Field> field(Encoding encoding, Optional<Field> file) {
    if (file.isPresent()) {
      Optional<String> types = encoding.contentType().filter(type -> !type.isBlank());
      return Optional.of(new Field(Optional.empty(), types.or(file.get()::contentType), true));
    }
    Optional<String> contentType = encoding.contentType().flatMap(MediaTypeNames::one);
    boolean styled =
        encoding.style().isPresent() || encoding.explode().isPresent() || encoding.allowReserved();
    if (!styled && contentType.isPresent()) {
      return Optional.of(new Field(Optional.empty(), contentType, false));
    }
    if (!styled) {
      return Optional.empty();
    }
    Style style = encoding.style().orElse(Style.FORM);
    boolean explode = encoding.explode().orElse(style == Style.FORM);
    return Optional.of(
        new Field(
            Optional.of(new FieldStyle(style, explode, encoding.allowReserved())),
            Optional.empty(),
            false));
  }

  /** The schema of a value, or of the items of a list. */
  private Json.Obj item(Json schema) {
    Json.Obj resolved = schemas.resolve(schema);
    Json items = resolved.get("items");
    return items == null ? resolved : schemas.resolve(items);
  }

  /** Whether a value is binary, as declared in OpenAPI 3.0 or 3.1. */
  private static boolean isBinary(Json.Obj schema) {
    if ("binary".equals(schema.text("format")) || schema.text("contentEncoding") != null) {
      return true;
    }
    String mediaType = schema.text("contentMediaType");
    return mediaType != null && !MediaTypeNames.isText(mediaType);
  }

  private static Optional<String> mediaType(Json.Obj schema) {
    return Optional.ofNullable(schema.text("contentMediaType")).flatMap(MediaTypeNames::one);
  }
}
