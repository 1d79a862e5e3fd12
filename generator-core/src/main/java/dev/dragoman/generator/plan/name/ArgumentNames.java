package dev.dragoman.generator.plan.name;

import dev.dragoman.generator.model.ParameterModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that agents use for parameters: the parameter's own name, or a qualified one such as
 * {@code query.id} if several locations have a parameter of that name. Beside a request body,
 * {@code body} is the body.
 */
public final class ArgumentNames {
  private static final String BODY = "body";

  private ArgumentNames() {}

  /**
   * One unique name for each parameter, in the given order.
   *
   * @param hasBody whether the operation takes a request body, too
   */
  public static List<String> of(List<ParameterModel> parameters, boolean hasBody) {
    Map<String, Long> uses =
        parameters.stream()
            .collect(Collectors.groupingBy(ParameterModel::name, Collectors.counting()));
    Set<String> taken = new HashSet<>(hasBody ? Set.of(BODY) : Set.of());
    List<String> names = new ArrayList<>();
    for (ParameterModel parameter : parameters) {
      boolean shared =
          uses.getOrDefault(parameter.name(), 0L) > 1 || (hasBody && parameter.name().equals(BODY));
      String in = parameter.in().name().toLowerCase(Locale.ROOT);
      String base = shared ? in + "." + parameter.name() : parameter.name();
      String name = base;
      for (int number = 2; !taken.add(name); number++) {
        name = base + "_" + number;
      }
      names.add(name);
    }
    return names;
  }
}
