package dev.dragoman.generator.spec.openapi3;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.MediaTypeModel.Encoding;
import dev.dragoman.generator.spec.node.HttpNames;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.Examples;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Normalizes the {@code content} of OpenAPI 3 bodies, responses and parameters. */
final class ContentNormalizer {
  private final NormalizationContext level;
  private final NodeReader nodes;
  private final Examples examples;

  ContentNormalizer(NormalizationContext level, Examples examples) {
    this.level = level;
    this.nodes = level.nodes();
    this.examples = examples;
  }

  /** The media types of an object with {@code content}, in document order. */
  List<MediaTypeModel> of(Json.Obj holder) {
    List<MediaTypeModel> models = new ArrayList<>();
    nodes
        .members(holder, "content")
        .forEach(
            (name, value) -> {
              if (!name.startsWith("x-")) {
                mediaType(name, value).ifPresent(models::add);
              }
            });
    return models;
  }

  /** A media type. Without a valid Media Type Object, its name is kept and any value is allowed. */
  private Optional<MediaTypeModel> mediaType(String key, Json value) {
    String name = key.strip();
    if (!HttpNames.isLine(name)) {
      nodes.badName(
          name,
          value.location(),
          "The media type name contains control characters.",
          "The media type is ignored; use one such as application/json.");
      return Optional.empty();
    }
    Json.Obj mediaType = nodes.asObject(value, "A media type");
    if (mediaType == null) {
      return Optional.of(
          new MediaTypeModel(
              name, level.schemas().take(null, value.location()), Map.of(), List.of()));
    }
    return Optional.of(
        new MediaTypeModel(
            name,
            schema(mediaType),
            encodings(mediaType),
            examples.of(mediaType),
            examples.marked(mediaType)));
  }

  /** A stream of items (OpenAPI 3.2, section 4.14.2) is treated as an array of them. */
  private Json schema(Json.Obj mediaType) {
    Json items = mediaType.get("itemSchema");
    if (mediaType.get("schema") == null && items != null) {
      Map<String, Json> array = new LinkedHashMap<>();
      array.put("type", new Json.Str("array", items.location()));
      array.put("items", items);
      return level.schemas().take(new Json.Obj(array, items.location()), items.location());
    }
    return level.schemas().take(mediaType.get("schema"), mediaType.location());
  }

  private Map<String, Encoding> encodings(Json.Obj mediaType) {
    Map<String, Encoding> encodings = new LinkedHashMap<>();
    nodes
        .members(mediaType, "encoding")
        .forEach(
            (field, value) -> {
              Json.Obj encoding = nodes.asObject(value, "An encoding");
              if (encoding != null) {
                encodings.put(field, encoding(encoding));
              }
            });
    return encodings;
  }

  private Encoding encoding(Json.Obj encoding) {
    String contentType = nodes.text(encoding, "contentType");
    if (!contentType.isEmpty() && !HttpNames.isLine(contentType)) {
      nodes.badName(
          contentType,
          encoding.location(),
          "\"contentType\" contains control characters.",
          "Use a media type such as application/json.");
    }
    return new Encoding(
        Optional.of(contentType).filter(text -> !text.isEmpty()),
        Styles.byName(nodes.text(encoding, "style")),
        nodes.bool(encoding, "explode"),
        nodes.isTrue(encoding, "allowReserved"));
  }
}
