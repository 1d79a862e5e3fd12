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

/** Plans the body of an operation: its media types and its Java type. */
public final class BodyPlanner {
  private final SchemaLookup schemas;
  private final ModelPlanner models;
  private final FieldPlanner fields;

  /** Creates a planner that adds the types it needs to the given models. */
  public BodyPlanner(SchemaLookup schemas, ModelPlanner models) {
    this.schemas = schemas;
    this.models = models;
    this.fields = new FieldPlanner(schemas);
  }

  /**
   * The body; empty if the document does not declare a media type for it.
   *
   * @param operationClass the name of the request record, from which types are named
   * @param components the names of the record's components
   */
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
      // Text, XML and binary bodies are supplied as a string or file, regardless of their schema.
      return Simple.JSON;
    }
    if (!content.stream().allMatch(BodyPlanner::isData)
        || content.stream().anyMatch(this::isOpen)) {
      models.differing(preferred);
      return Simple.JSON;
    }
    if (content.stream().anyMatch(one -> schemas.follow(one.schema()).nullable())) {
      // Null in Java omits the body; null in JSON is a body.
      return Simple.JSON;
    }
    if (content.stream().anyMatch(one -> !SameJson.test(one.schema(), preferred.schema()))) {
      models.differing(preferred);
      boolean objects = content.stream().allMatch(this::isObject);
      return objects ? Simple.OBJECT : Simple.JSON;
    }
    return models.body(operationClass, schemas.resolve(preferred.schema()), preferred);
  }

  /** Whether a body is supplied as JSON, which is sent as such or as the fields of a form. */
  private static boolean isData(MediaTypeModel media) {
    return switch (MediaChoice.kind(media.name())) {
      case JSON, FORM, MULTIPART -> true;
      case JSON_LINES, XML, TEXT, BINARY -> false;
    };
  }

  /**
   * Whether the body may differ from its schema: within a range of media types, or as a JSON Patch.
   */
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
