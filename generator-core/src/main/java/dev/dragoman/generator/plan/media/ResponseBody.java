package dev.dragoman.generator.plan.media;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The JSON body that a successful call returns: that of the first response with one. */
public final class ResponseBody {
  private final SchemaLookup schemas;

  /** Creates the bodies of an API. */
  public ResponseBody(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** The responses for success; those of {@code default} if the document names no others. */
  public List<ResponseModel> successful(OperationModel operation) {
    List<ResponseModel> named =
        operation.responses().stream()
            .filter(response -> response.status().startsWith("2"))
            .sorted(Comparator.comparing(ResponseModel::status))
            .toList();
    return named.isEmpty()
        ? operation.responses().stream()
            .filter(response -> response.status().equals("default"))
            .toList()
        : named;
  }

  /** The JSON body of the first of them that has one. */
  public Optional<MediaTypeModel> json(List<ResponseModel> successful) {
    return successful.stream()
        .flatMap(response -> response.content().stream().filter(this::isJson).limit(1))
        .findFirst();
  }

  private boolean isJson(MediaTypeModel media) {
    String name = media.name().strip();
    if (name.startsWith("*/*") || name.startsWith("application/*")) {
      Json.Obj schema = schemas.resolve(media.schema());
      return SchemaLookup.type(schema).filter(type -> type.matches("object|array")).isPresent()
          || !schemas.properties(schema).isEmpty();
    }
    return MediaChoice.kind(name) == MediaKind.JSON;
  }
}
