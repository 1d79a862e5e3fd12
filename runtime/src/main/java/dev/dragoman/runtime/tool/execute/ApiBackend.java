package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.Executor;
import dev.dragoman.runtime.execute.PreviewingExecutor;
import dev.dragoman.runtime.tool.Lazy;
import java.util.function.Supplier;

/**
 * The backend of the execute tool: the API, or mock responses. Each part is created on first use.
 */
public final class ApiBackend {
  private final Supplier<? extends Executor> executor;
  private final Supplier<PreviewingExecutor> sender;
  private final boolean mock;

  private ApiBackend(
      Supplier<? extends Executor> executor, Supplier<PreviewingExecutor> sender, boolean mock) {
    this.executor = executor;
    this.sender = sender;
    this.mock = mock;
  }

  /** The API itself. */
  public static ApiBackend live(Supplier<PreviewingExecutor> sender) {
    Supplier<PreviewingExecutor> once = Lazy.of(sender);
    return new ApiBackend(once, once, false);
  }

  /**
   * Mock responses.
   *
   * @param sender previews the request that would be sent to the API
   */
  public static ApiBackend mocked(Supplier<Executor> mock, Supplier<PreviewingExecutor> sender) {
    return new ApiBackend(Lazy.of(mock), Lazy.of(sender), true);
  }

  /** Whether responses are made up. */
  boolean isMock() {
    return mock;
  }

  Executor executor() {
    return executor.get();
  }

  PreviewingExecutor sender() {
    return sender.get();
  }
}
