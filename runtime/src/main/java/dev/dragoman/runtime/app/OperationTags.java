package dev.dragoman.runtime.app;

import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.transport.http.Tags;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tags of the API.
 *
 * @param operations read when a client first uses a URL with a tag
 */
record OperationTags(Supplier<ApiOperations> operations) implements Tags {
  private static final int SHOWN = 40;

  @Override
  public Optional<String> find(String name) {
    return operations.get().findTag(name);
  }

  @Override
  public String list() {
    return operations.get().tagList(SHOWN);
  }
}
