package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.execute.Sender;
import java.util.function.Supplier;

/** What stands behind execute: the API, or answers made up. Each part is made when needed. */
public final class Backend {
  private final Supplier<? extends Executor> executor;
  private final Supplier<Sender> sender;

  private Backend(Supplier<? extends Executor> executor, Supplier<Sender> sender) {
    this.executor = executor;
    this.sender = sender;
  }

  /** The API itself. */
  public static Backend live(Supplier<Sender> sender) {
    Supplier<Sender> once = Lazy.of(sender);
    return new Backend(once, once);
  }

  /**
   * Answers made up.
   *
   * @param sender says what would be sent if it were real
   */
  public static Backend mocked(Supplier<Executor> mock, Supplier<Sender> sender) {
    return new Backend(Lazy.of(mock), Lazy.of(sender));
  }

  Executor executor() {
    return executor.get();
  }

  Sender sender() {
    return sender.get();
  }
}
