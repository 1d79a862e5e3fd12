package dev.dragoman.generator.plan.build;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.media.ResponseMediaChoice;
import dev.dragoman.generator.plan.name.ArgumentNames;
import dev.dragoman.generator.plan.name.ComponentNames;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.plan.name.ReservedNames;
import dev.dragoman.generator.plan.type.BodyPlanner;
import dev.dragoman.generator.plan.type.EnumTable;
import dev.dragoman.generator.plan.type.TypePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans one operation: names and types of its parameters, and the body it sends. */
final class OperationPlanner {
  /**
   * Maximum number of record components. A constructor has at most 255 parameter slots, of which a
   * long takes two (JVMS 4.3.3), and there is a body.
   */
  private static final int MAX_COMPONENTS = 120;

  private final TypePlanner types;
  private final BodyPlanner bodies;

  OperationPlanner(TypePlanner types, BodyPlanner bodies) {
    this.types = types;
    this.bodies = bodies;
  }

  /**
   * The plan of an operation. Required parameters always have their own component; the optional
   * ones that exceed the limit share a map.
   *
   * @param ordinal its index in the document
   * @param enums the enums of its group
   */
  OperationPlan plan(
      int ordinal,
      String id,
      String className,
      String methodName,
      OperationModel operation,
      OperationRights rights,
      EnumTable enums) {
    ResponseMediaChoice answers = new ResponseMediaChoice(operation);
    List<ParameterModel> parameters = new ArrayList<>(operation.parameters());
    answers.choice().ifPresent(parameters::add);
    List<String> arguments = ArgumentNames.of(parameters, operation.body().isPresent());
    NameTable components = new NameTable(ReservedNames.COMPONENTS);
    List<ParameterPlan> own = new ArrayList<>();
    List<ParameterPlan> others = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      ParameterModel parameter = parameters.get(i);
      boolean fits = own.size() < MAX_COMPONENTS || parameter.required();
      JavaType type = fits ? type(className, parameter, enums) : JavaType.Simple.JSON;
      String component = components.claim(ComponentNames.of(parameter, parameters));
      (fits ? own : others).add(new ParameterPlan(arguments.get(i), component, type, parameter));
    }
    Optional<BodyPlan> body =
        operation.body().flatMap(model -> bodies.plan(model, className, components));
    return new OperationPlan(
        ordinal,
        id,
        className,
        methodName,
        rights,
        absoluteServer(operation),
        own,
        others,
        body,
        answers.header(),
        operation);
  }

  /**
   * The Java type of a parameter; media types are strings, because they make poor names of enum
   * constants.
   */
  private JavaType type(String className, ParameterModel parameter, EnumTable enums) {
    return ResponseMediaChoice.isAccept(parameter)
        ? JavaType.Simple.STRING
        : types.type(className, parameter, enums);
  }

  /**
   * The first absolute server URL of the operation itself; relative URLs refer to the API's server.
   */
  private static Optional<String> absoluteServer(OperationModel operation) {
    return operation.servers().stream()
        .map(Server::url)
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .findFirst();
  }
}
