package dev.dragoman.generator.plan.name;

import dev.dragoman.generator.model.ParameterModel;
import java.util.List;
import java.util.Locale;

/**
 * The names of parameters in Java: the parameter's own name, and {@code pathId} and {@code queryId}
 * if several places have a parameter with that name.
 */
public final class ComponentNames {
  private ComponentNames() {}

  /**
   * The name of one parameter, which may still be taken by another one.
   *
   * @param all all parameters of the operation
   */
  public static String of(ParameterModel parameter, List<ParameterModel> all) {
    String name = own(parameter);
    boolean shared =
        all.stream()
            .filter(other -> other.in() != parameter.in())
            .anyMatch(other -> own(other).equalsIgnoreCase(name));
    String place = parameter.in().name().toLowerCase(Locale.ROOT);
    return shared ? JavaIdentifiers.memberName(place + " " + parameter.name(), "value") : name;
  }

  private static String own(ParameterModel parameter) {
    return JavaIdentifiers.memberName(parameter.name(), "value");
  }
}
