package dev.dragoman.runtime.tool;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed on first use, and only once even if several threads ask for it at the
 * same time.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  private Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  public static <T> Supplier<T> of(Supplier<T> maker) {
    return new Lazy<>(maker);
  }

  @Override
  public T get() {
    T made = value;
    return made == null ? make() : made;
  }

  private synchronized T make() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
