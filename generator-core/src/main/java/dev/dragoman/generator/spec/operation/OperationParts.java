package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import java.util.List;
import java.util.Optional;

/** The parts of an operation that differ between Swagger 2.0 and OpenAPI 3. */
public interface OperationParts {
  /** The parameters that are not part of the body; those that cannot be sent are left out. */
  List<ParameterModel> parameters(List<RawParameter> raw);

  /**
   * The request body; empty if the operation has none.
   *
   * @param raw the parameters, which contain the body in Swagger 2.0
   */
  Optional<BodyModel> body(Json.Obj operation, List<RawParameter> raw);

  /** The responses, in document order. */
  List<ResponseModel> responses(Json.Obj operation);

  /** The operation's own servers; empty if the API's servers apply. */
  List<Server> servers(Json.Obj pathItem, Json.Obj operation);
}
