package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import java.util.List;
import java.util.Optional;

/** The parts of an operation that Swagger 2.0 and OpenAPI 3 write in different ways. */
public interface OperationParts {
  /** Those that are no part of the body; ones that cannot be sent are left out. */
  List<ParameterModel> parameters(List<RawParameter> raw);

  Optional<BodyModel> body(Json.Obj operation, List<RawParameter> raw);

  List<ResponseModel> responses(Json.Obj operation);

  /** The operation's own servers; empty when the API's apply. */
  List<Server> servers(Json.Obj pathItem, Json.Obj operation);
}
