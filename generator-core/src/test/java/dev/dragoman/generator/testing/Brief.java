package dev.dragoman.generator.testing;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.problem.Location;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Records as indented text, to compare them whole. What says nothing is left out: empty texts,
 * optionals and collections, false, places in files. Of the model of a document only names appear.
 */
public final class Brief {
  private static final Set<String> MODELS =
      Set.of("ApiModel", "OperationModel", "ParameterModel", "BodyModel", "MediaTypeModel");

  private Brief() {}

  /** The text of a value, a line for each component that says something. */
  public static String of(Object value) {
    return text(value).strip();
  }

  private static String text(Object value) {
    if (value instanceof Json json) {
      return JsonText.of(json);
    } else if (value instanceof Optional<?> optional) {
      return optional.map(one -> text(one).isEmpty() ? "(empty)" : text(one)).orElse("");
    } else if (value instanceof SecurityRequirement requirement) {
      return new TreeMap<>(requirement.schemes()).toString();
    } else if (value instanceof Map<?, ?> map) {
      return members(map);
    } else if (value instanceof Collection<?> items) {
      return items(items);
    } else if (value instanceof Record && MODELS.contains(value.getClass().getSimpleName())) {
      return model(value);
    } else if (value instanceof Record && !(value instanceof Location)) {
      return members(components(value));
    }
    return value instanceof Location || Boolean.FALSE.equals(value) ? "" : String.valueOf(value);
  }

  /** Sets have no order of their own; some change it with every run. */
  private static String items(Collection<?> items) {
    if (items instanceof Set<?>) {
      return items.stream().map(Brief::text).sorted().collect(Collectors.joining(", "));
    }
    boolean plain = items.stream().noneMatch(item -> text(item).contains("\n"));
    if (plain) {
      return items.stream().map(Brief::text).collect(Collectors.joining(", "));
    }
    return items.stream()
        .map(item -> "\n- " + text(item).strip().replace("\n", "\n  "))
        .collect(Collectors.joining());
  }

  private static String members(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(member -> Map.entry(member.getKey(), text(member.getValue())))
        .filter(member -> !member.getValue().isEmpty())
        .map(member -> "\n" + member.getKey() + ":" + indented(member.getValue()))
        .collect(Collectors.joining());
  }

  private static String indented(String text) {
    return (text.startsWith("\n") ? "" : " ") + text.replace("\n", "\n  ").stripTrailing();
  }

  private static Map<String, Object> components(Object value) {
    Map<String, Object> components = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      components.put(component.getName(), call(component.getAccessor(), value));
    }
    return components;
  }

  private static String model(Object value) {
    return components(value).entrySet().stream()
        .filter(one -> one.getKey().equals("name") || one.getKey().equals("operationId"))
        .map(one -> text(one.getValue()))
        .collect(Collectors.joining());
  }

  private static Object call(Method accessor, Object value) {
    try {
      AccessibleObject.setAccessible(new AccessibleObject[] {accessor}, true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
