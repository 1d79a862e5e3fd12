package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.media.ResponseMediaChoice;
import java.util.List;
import java.util.Optional;

/** The response that an operation has if it succeeds. */
final class SuccessResponse {
  private SuccessResponse() {}

  /**
   * The media type of the first successful response that has a body, JSON if it is among several;
   * {@code default} describes success only if no status does.
   */
  static Optional<MediaTypeModel> body(OperationModel operation) {
    List<ResponseModel> named =
        operation.responses().stream()
            .filter(response -> response.status().startsWith("2"))
            .toList();
    List<ResponseModel> successful =
        named.isEmpty()
            ? operation.responses().stream()
                .filter(response -> response.status().equals("default"))
                .toList()
            : named;
    return successful.stream()
        .flatMap(response -> ResponseMediaChoice.preferred(response).stream())
        .findFirst();
  }
}
