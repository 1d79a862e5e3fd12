package dev.dragoman.benchmarks.search;

import dev.dragoman.runtime.search.rank.RankingWeights;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The weights of a ranking by name. */
final class Weights {
  private Weights() {}

  static List<String> names() {
    return Arrays.stream(RankingWeights.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  static double get(RankingWeights ranking, String name) {
    try {
      return ((Number) component(name).getAccessor().invoke(ranking)).doubleValue();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same weights except for one, which is rounded if it is a count. */
  static RankingWeights with(RankingWeights ranking, String name, double value) {
    component(name);
    RecordComponent[] components = RankingWeights.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      String own = components[i].getName();
      double weight = own.equals(name) ? value : get(ranking, own);
      types[i] = components[i].getType();
      values[i] = boxed(types[i], weight);
    }
    try {
      return RankingWeights.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Number boxed(Class<?> type, double weight) {
    if (type == int.class) {
      return (int) Math.round(weight);
    }
    return weight;
  }

  private static RecordComponent component(String name) {
    return Arrays.stream(RankingWeights.class.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no weight " + name));
  }
}
