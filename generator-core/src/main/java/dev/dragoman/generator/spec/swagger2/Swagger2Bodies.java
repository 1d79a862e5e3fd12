package dev.dragoman.generator.spec.swagger2;

import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.MediaTypeModel.Encoding;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.RawParameter;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.schema.FileType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Converts {@code body} and {@code formData} parameters of Swagger 2.0 to request bodies. */
final class Swagger2Bodies {
  private static final String MULTIPART = "multipart/form-data";
  private static final String URLENCODED = "application/x-www-form-urlencoded";

  private final NormalizationContext level;
  private final NodeReader nodes;
  private final Swagger2Parameters parameters;

  Swagger2Bodies(NormalizationContext level, Swagger2Parameters parameters) {
    this.level = level;
    this.nodes = level.nodes();
    this.parameters = parameters;
  }

  /** The body for the parameters; a body parameter takes precedence over form fields. */
  Optional<BodyModel> of(Json.Obj operation, List<String> consumes, List<RawParameter> raw) {
    List<RawParameter> fields = raw.stream().filter(each -> each.in().equals("formData")).toList();
    Optional<RawParameter> body = raw.stream().filter(each -> each.in().equals("body")).findFirst();
    if (body.isPresent() && !fields.isEmpty()) {
      nodes.warning(
          SpecProblem.BODY,
          operation.location(),
          "The operation has both a body and form fields.",
          "The form fields are ignored.");
    }
    if (body.isPresent()) {
      return Optional.of(body(body.get().object(), consumes));
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(form(operation, consumes, fields));
  }

  private BodyModel body(Json.Obj parameter, List<String> consumes) {
    Json schema = level.schemas().take(parameter.get("schema"), parameter.location());
    List<String> names = consumes.isEmpty() ? List.of("application/json") : consumes;
    return new BodyModel(
        nodes.isTrue(parameter, "required"),
        nodes.text(parameter, "description"),
        names.stream().map(name -> new MediaTypeModel(name, schema, Map.of(), List.of())).toList());
  }

  /** A form: an object schema with a property for each field. */
  private BodyModel form(Json.Obj operation, List<String> consumes, List<RawParameter> fields) {
    Map<String, Json> properties = new LinkedHashMap<>();
    Map<String, Encoding> encodings = new LinkedHashMap<>();
    List<Json> required = new ArrayList<>();
    for (RawParameter field : fields) {
      Json.Obj parameter = field.object();
      properties.put(field.name(), property(parameter));
      if ("array".equals(parameter.text("type"))) {
        encodings.put(field.name(), encoding(parameter));
      }
      if (nodes.isTrue(parameter, "required")) {
        required.add(new Json.Str(field.name(), parameter.location()));
      }
    }
    Json.Obj schema = schema(operation, properties, required);
    return new BodyModel(
        !required.isEmpty(),
        "",
        mediaTypes(consumes, fields).stream()
            .map(name -> new MediaTypeModel(name, schema, encodings, List.of()))
            .toList());
  }

  private static Json.Obj schema(
      Json.Obj operation, Map<String, Json> properties, List<Json> required) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("type", new Json.Str("object", operation.location()));
    members.put("properties", new Json.Obj(properties, operation.location()));
    if (!required.isEmpty()) {
      members.put("required", new Json.Arr(required, operation.location()));
    }
    return new Json.Obj(members, operation.location());
  }

  private Json property(Json.Obj parameter) {
    Json schema = parameters.schema(parameter);
    Json description = parameter.get("description");
    if (description == null || !(schema instanceof Json.Obj object)) {
      return schema;
    }
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.putIfAbsent("description", description);
    return new Json.Obj(members, object.location());
  }

  /** The encoding of an array field. Without one, its items would be sent as separate fields. */
  private Encoding encoding(Json.Obj parameter) {
    Swagger2Parameters.Format format = parameters.format(parameter, Style.FORM);
    return new Encoding(
        Optional.empty(), Optional.of(format.style()), Optional.of(format.explode()), false);
  }

  /**
   * The media types of a form. A file requires multipart; otherwise, the form types that the
   * operation consumes.
   */
  private static List<String> mediaTypes(List<String> consumes, List<RawParameter> fields) {
    if (fields.stream().anyMatch(field -> FileType.isIt(field.object()))) {
      return List.of(MULTIPART);
    }
    List<String> forms =
        consumes.stream().filter(name -> Set.of(MULTIPART, URLENCODED).contains(name)).toList();
    return forms.isEmpty() ? List.of(URLENCODED) : forms;
  }
}
