package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.source.References;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects example values (OpenAPI 3.1, section 4.8.19). */
public final class Examples {
  private final NodeReader nodes;

  /** Creates a collector. */
  public Examples(NodeReader nodes) {
    this.nodes = nodes;
  }

  /** The values of {@code example} and {@code examples}, in this order. */
  public List<Json> of(Json.Obj holder) {
    List<Json> values = new ArrayList<>();
    Json single = holder.get("example");
    if (single != null) {
      values.add(single);
    }
    Json several = behind(holder.get("examples"));
    if (several instanceof Json.Arr list) {
      values.addAll(list.items());
    } else if (several instanceof Json.Obj named) {
      named.members().values().forEach(example -> add(example, values));
    }
    return values.stream().map(this::value).toList();
  }

  /** The values of the Example Objects that are marked with {@code x-mcp-example: true}. */
  public List<Json> marked(Json.Obj holder) {
    List<Json> values = new ArrayList<>();
    if (behind(holder.get("examples")) instanceof Json.Obj named) {
      for (Json example : named.members().values()) {
        if (behind(example) instanceof Json.Obj object && object.isTrue("x-mcp-example")) {
          add(object, values);
        }
      }
    }
    return values.stream().map(this::value).toList();
  }

  private void add(Json named, List<Json> values) {
    if (behind(named) instanceof Json.Obj example) {
      for (String member : List.of("value", "dataValue")) {
        Json value = example.get(member);
        if (value != null) {
          values.add(value);
          return;
        }
      }
    }
  }

  /**
   * The value of an example. Some documents contain a reference to a value, or to an Example
   * Object, in place of a value.
   */
  private Json value(Json written) {
    if (References.of(written) == null || ((Json.Obj) written).members().size() > 1) {
      return written;
    }
    Json target = behind(written);
    Json inside = target instanceof Json.Obj example ? example.get("value") : null;
    if (inside != null) {
      return inside;
    }
    return target == null ? written : target;
  }

  private @Nullable Json behind(@Nullable Json value) {
    Json.Str reference = value == null ? null : References.of(value);
    return reference == null ? value : nodes.optional(reference);
  }
}
