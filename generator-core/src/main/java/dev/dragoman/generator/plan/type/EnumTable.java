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
 * The enums of one group. Parameters of the same name and values share an enum. It is named after
 * the parameter if that is unambiguous, otherwise after operation and parameter.
 */
public final class EnumTable {
  private final NameTable names;
  private final Map<String, Set<List<String>>> valuesByName = new LinkedHashMap<>();
  private final Map<Key, EnumPlan> plans = new LinkedHashMap<>();

  private record Key(String name, List<String> values) {}

  /** Creates a table for the nested types of a group. */
  public EnumTable(NameTable names) {
    this.names = names;
  }

  /**
   * Announces a parameter's values. All must be announced before the first call of {@link #plan},
   * so that the name of an enum does not depend on the order of operations.
   */
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

  /** All planned enums, in the order in which they were first needed. */
  public List<EnumPlan> all() {
    return List.copyOf(plans.values());
  }

  private static String nameOf(String parameter) {
    return JavaIdentifiers.typeName(parameter, "Value");
  }

  /**
   * Creates an enum.
   *
   * @param meaning what its values stand for, for the Javadoc
   */
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
