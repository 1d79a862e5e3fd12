package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.plan.EnumPlan;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.plan.name.NameTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The enums of one group. Parameters with the same values share an enum; it is called after the
 * parameter where that says enough, and after operation and parameter where it does not.
 */
public final class EnumTable {
  private final NameTable names;
  private final Map<String, Set<List<String>>> valuesByName = new LinkedHashMap<>();
  private final Map<Key, EnumPlan> plans = new LinkedHashMap<>();

  private record Key(String name, List<String> values) {}

  public EnumTable(NameTable names) {
    this.names = names;
  }

  /** Says that a parameter has these values; all are said before the first {@link #plan}. */
  void announce(String parameter, List<String> values) {
    valuesByName.computeIfAbsent(nameOf(parameter), key -> new LinkedHashSet<>()).add(values);
  }

  /** The enum for a parameter's values. */
  EnumPlan plan(String operationClass, String parameter, List<String> values) {
    String name = nameOf(parameter);
    return plans.computeIfAbsent(
        new Key(name, values),
        key -> {
          boolean clear = valuesByName.getOrDefault(name, Set.of()).size() <= 1;
          return create(
              names.claim(clear ? name : operationClass + name, "Value"), parameter, values);
        });
  }

  /** All enums planned, in the order they were first met. */
  public List<EnumPlan> all() {
    return List.copyOf(plans.values());
  }

  private static String nameOf(String parameter) {
    return JavaIdentifiers.typeName(parameter, "Value");
  }

  /** An enum of its own; {@code meaning} is what its values are of. */
  static EnumPlan create(String className, String meaning, List<String> values) {
    NameTable constants = new NameTable(List.of());
    List<EnumPlan.Constant> all = new ArrayList<>();
    for (String value : values) {
      String name = constants.claim(JavaIdentifiers.constantName(value, "VALUE"));
      all.add(new EnumPlan.Constant(name, value));
    }
    return new EnumPlan(className, meaning, all);
  }
}
