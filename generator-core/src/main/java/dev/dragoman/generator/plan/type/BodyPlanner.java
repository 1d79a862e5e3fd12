package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.plan.schema.SameJson;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans the body of an operation: which media types it may have, and its type in Java. */
public final class BodyPlanner {
  private final SchemaLookup schemas;
  private final ModelPlanner models;
  private final FieldPlanner fields;

  public BodyPlanner(SchemaLookup schemas, ModelPlanner models) {
    this.schemas = schemas;
    this.models = models;
    this.fields = new FieldPlanner(schemas);
  }

  /** The body; none when the document gives it no media type. */
  public Optional<BodyPlan> plan(BodyModel body, String operationClass, NameTable components) {
    List<String> ranked =
        MediaChoice.ranked(body.content().stream().map(MediaTypeModel::name).toList());
    List<MediaTypeModel> content =
        body.content().stream()
            .sorted(Comparator.comparingInt(media -> ranked.indexOf(media.name())))
            .toList();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    MediaTypeModel preferred = content.get(0);
    String component = components.claim("body");
    return Optional.of(
        new BodyPlan(
            component,
            type(operationClass, content),
            body.required(),
            preferred,
            content.stream().skip(1).map(MediaTypeModel::name).distinct().toList(),
            content.size() > 1 || MediaRange.isRange(preferred.name())
                ? components.claim("mediaType")
                : "",
            fields.fields(content)));
  }

  private JavaType type(String operationClass, List<MediaTypeModel> content) {
    MediaTypeModel preferred = content.get(0);
    if (!isData(preferred)) {
      // Text, XML and bytes are given as a string or a file, whatever their schema describes.
      return Simple.JSON;
    }
    if (!content.stream().allMatch(BodyPlanner::isData)
        || content.stream().anyMatch(this::isOpen)) {
      models.differing(preferred);
      return Simple.JSON;
    }
    if (content.stream().anyMatch(one -> schemas.follow(one.schema()).nullable())) {
      // Java's null leaves the body out; JSON's is one.
      return Simple.JSON;
    }
    if (content.stream().anyMatch(one -> !SameJson.test(one.schema(), preferred.schema()))) {
      models.differing(preferred);
      boolean objects = content.stream().allMatch(this::isObject);
      return objects ? Simple.OBJECT : Simple.JSON;
    }
    return models.body(operationClass, schemas.resolve(preferred.schema()), preferred);
  }

  /** Whether a body is given as JSON: it is sent as that, or its members as fields of a form. */
  private static boolean isData(MediaTypeModel media) {
    return switch (MediaChoice.kind(media.name())) {
      case JSON, FORM, MULTIPART -> true;
      case JSON_LINES, XML, TEXT, BINARY -> false;
    };
  }

  /** Whether it may be something else than its schema says: within a range, or in a JSON Patch. */
  private boolean isOpen(MediaTypeModel media) {
    boolean array =
        SchemaLookup.type(schemas.resolve(media.schema())).filter("array"::equals).isPresent();
    return MediaRange.isRange(media.name()) || (MediaChoice.isJsonPatch(media.name()) && !array);
  }

  private boolean isObject(MediaTypeModel media) {
    Json.Obj resolved = schemas.resolve(media.schema());
    boolean named = SchemaLookup.type(resolved).filter("object"::equals).isPresent();
    return !SchemaLookup.isNullable(resolved) && (named || !schemas.properties(resolved).isEmpty());
  }
}
