package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.text.DisplayValue;
import org.jspecify.annotations.Nullable;

/**
 * The location of a value, e.g. {@code labels[2]} or {@code body/items[0]/price}; converted to text
 * only for a problem.
 */
public record InstanceLocation(@Nullable InstanceLocation parent, String step) {
  /** Longer names are cut, because every problem inside a member repeats its name. */
  private static final int MAX_NAME = 200;

  /** The location of a top-level value, such as an argument or {@code body}. */
  public static InstanceLocation of(String root) {
    return new InstanceLocation(null, root);
  }

  /** The location of a member. */
  InstanceLocation member(String name) {
    return new InstanceLocation(this, "/" + DisplayValue.text(name, MAX_NAME));
  }

  /** The location of an array item. */
  InstanceLocation item(int index) {
    return new InstanceLocation(this, "[" + index + "]");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder text) {
    if (parent != null) {
      parent.write(text);
    }
    text.append(step);
  }
}
